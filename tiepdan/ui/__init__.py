"""The look shared by desk and portal: components, style, small behaviours. Knows no word of the domain."""
