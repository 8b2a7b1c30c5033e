"""One archive that installs and upgrades the program on a machine without internet."""
