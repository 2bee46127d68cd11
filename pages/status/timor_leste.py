"""How did Timor-Leste come into ASEAN? Its page as a participant, led by its path."""

from sidang import participant_page
from sidang.frame import current

participant_page.draw(current(), "TLS")
