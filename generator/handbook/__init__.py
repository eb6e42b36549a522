"""Pages of the handbook that are made from the program itself: reference and components."""
