"""Lines of tables -> rows with cells and the names of their columns."""
