"""Online reception of citizens (NĐ 154/2026 Ch. V): points, notice, trial, connection, recording, signatures."""
