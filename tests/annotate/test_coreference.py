"""Ways to call an actor that has a name: other names, short names, descriptions."""

from __future__ import annotations

import pytest

from scripts.annotate.pipeline import Reader
from tests.annotate.casting import cast


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "The Malian Supreme Court met in March. The Supreme Court rejected the appeal.",
            "Malian Supreme Court",
            {"Supreme Court"},
        ),
        (
            "The Foreign Ministry of Ukraine spoke. The Ministry of Foreign Affairs of Ukraine protested.",
            "Foreign Ministry of Ukraine",
            {"Ministry of Foreign Affairs of Ukraine"},
        ),
        (
            "The Orlan Armed Forces left. The Myanmar Armed Forces came. The Myanmar armed forces left.",
            "Myanmar Armed Forces",
            {"The Myanmar armed forces"},
        ),
        (
            "The Orlan Relief Organisation said it left. The ORO said it came back.",
            "Orlan Relief Organisation",
            {"ORO"},
        ),
        (
            "The forwarder Castellane Sea Ltd left. Castellane Sea came back.",
            "Castellane Sea Ltd",
            {"Castellane Sea"},
        ),
        (
            "The Orlan Panel of Experts met. The experts left.",
            "Orlan Panel of Experts",
            {"The experts"},
        ),
        (
            "The New York Times reported the attack. The Times said that he left.",
            "The New York Times",
            {"The Times"},
        ),
        (
            "Reuters reported the attack. A source told Reuters news agency so.",
            "Reuters",
            {"Reuters news agency"},
        ),
        (
            "The Revolutionary Armed Forces of Colombia left. The FARC came back.",
            "FARC",
            {"Revolutionary Armed Forces of Colombia", "FARC"},
        ),
        (
            "The trader Milo Varga, commander of the Orlan Brigade, also known as Stefan Orr, left.",
            "Milo Varga",
            {"Stefan Orr"},
        ),
        (
            "Police in Tanzania left. The Tanzanian police came back.",
            "Police in Tanzania",
            {"The Tanzanian police"},
        ),
        ("Lt. Gen. Milo Varga came back. The general left.", "Milo Varga", {"The general"}),
        (
            "Helmgard, a security firm, came back. The U.S.-based company left.",
            "Helmgard",
            {"The U.S.-based company"},
        ),
        ("NATO met on Monday. The alliance left.", "NATO", {"The alliance"}),
        (
            "Canada announced sanctions on the airline Fly Orlan, saying it armed rebels.",
            "Fly Orlan",
            {"it"},
        ),
        (
            "Canada spoke. Peru and the Peruvian government left. Canada came. The government left.",
            "Peru",
            {"The government"},
        ),
    ],
)
def test_ways_to_say_a_name(reader: Reader, text: str, name: str, words: set[str]) -> None:
    assert cast(reader, text)[name] >= words
