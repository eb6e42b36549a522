"""Tests of the reporting: findings and rules as people and machines read them."""
