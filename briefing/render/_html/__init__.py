"""The HTML edition, room by room: markup <- pen <- note, pane, drawing <- sheet; `render/html.py` puts them together."""
