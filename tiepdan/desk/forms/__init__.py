"""What officers type, one module per noun."""
