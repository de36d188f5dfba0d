"""From buying to ending: who may deliver, on what proof, what was agreed in talks, and how a contract ends without a gap for anybody."""
