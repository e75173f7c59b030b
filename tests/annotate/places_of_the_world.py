"""Made-up news from many countries, with the places in it: their types and countries."""

from __future__ import annotations

WORLD: list[tuple[str, dict[str, tuple[str, str | None]]]] = [
    ("Protesters gathered in Port-au-Prince on Monday.", {"Port-au-Prince": ("city", "HT")}),
    ("The United States and Russia held talks in Geneva.", {"Geneva": ("city", "CH")}),
    ("Police in Geneva, Illinois, arrested two men.", {"Geneva": ("city", "US")}),
    (
        "Shelling killed six people in Omdurman, across the river from Khartoum, the Sudanese capital. "
        "The army retook El Fasher in North Darfur. Hundreds fled to Chad.",
        {
            "Omdurman": ("city", "SD"),
            "El Fasher": ("city", "SD"),
            "North Darfur": ("province", "SD"),
            "Chad": ("country", "TD"),
        },
    ),
    (
        "Myanmar's army shelled a village in Sagaing. It lost men in Rakhine State and in Lashio.",
        {"Sagaing": ("city", "MM"), "Rakhine State": ("province", "MM"), "Lashio": ("city", "MM")},
    ),
    (
        "Gunmen attacked a camp near Gao in northern Mali. The raid in Kidal was claimed by another group.",
        {"Gao": ("city", "ML"), "northern Mali": ("region", "ML"), "Kidal": ("city", "ML")},
    ),
    (
        "Dissidents killed two men in Cauca, in southwestern Colombia. In Medellín, one was arrested.",
        {"Cauca": ("province", "CO"), "southwestern Colombia": ("region", "CO"), "Medellín": ("city", "CO")},
    ),
    (
        "Shells fell in Donetsk province and near Bakhmut in eastern Ukraine. A port in Odesa was hit.",
        {
            "Donetsk province": ("province", "UA"),
            "Bakhmut": ("city", "UA"),
            "eastern Ukraine": ("region", "UA"),
            "Odesa": ("city", "UA"),
        },
    ),
    (
        "A bomb exploded in Jolo, in the Philippines. Soldiers fought in Lanao del Sur and Marawi.",
        {"Jolo": ("city", "PH"), "Lanao del Sur": ("province", "PH"), "Marawi": ("city", "PH")},
    ),
    (
        "Raiders crossed into Nigeria's Borno state. Residents of Maiduguri fled.",
        {"Borno state": ("province", "NG"), "Maiduguri": ("city", "NG")},
    ),
    (
        "Protesters in Tripoli, Lebanon, burned tyres. The army was sent to Tripoli.",
        {"Tripoli": ("city", "LB")},
    ),
    ("The Libyan army advanced on Tripoli. Shops in Tripoli were closed.", {"Tripoli": ("city", "LY")}),
    (
        "Lebanese troops were deployed in Tripoli and Sidon.",
        {"Tripoli": ("city", "LB"), "Sidon": ("city", "LB")},
    ),
    (
        "A man from Georgia was convicted in Atlanta. He had come from Texas.",
        {"Georgia": ("province", "US"), "Texas": ("province", "US")},
    ),
    (
        "Georgia expelled two diplomats, officials in Tbilisi said.",
        {"Georgia": ("country", "GE"), "Tbilisi": ("city", "GE")},
    ),
    (
        "Officials in Nice, France, met; others flew to Mobile, Alabama.",
        {"Nice": ("city", "FR"), "Mobile": ("city", "US")},
    ),
    (
        "Rebels hold Goma, in the Democratic Republic of Congo.",
        {"Goma": ("city", "CD"), "Democratic Republic of Congo": ("country", "CD")},
    ),
    (
        "Fighters from Mazar-i-Sharif were seen near Deir ez-Zor in Syria.",
        {"Mazar-i-Sharif": ("city", "AF"), "Deir ez-Zor": ("city", "SY")},
    ),
    (
        "Missiles hit Jizan in Saudi Arabia and ships in the Red Sea.",
        {"Jizan": ("city", "SA"), "Red Sea": ("region", None)},
    ),
    (
        "He was killed in Jenin in the West Bank, and she in the Gaza Strip.",
        {"Jenin": ("city", "PS"), "Gaza Strip": ("region", "PS")},
    ),
    (
        "Mexican marines raided a ranch near Culiacán in Sinaloa.",
        {"Culiacán": ("city", "MX"), "Sinaloa": ("province", "MX")},
    ),
    (
        "Residents fled N’Djamena, Chad, and Sana'a, Yemen.",
        {"N’Djamena": ("city", "TD"), "Sana'a": ("city", "YE")},
    ),
    (
        "They met in New York, in Washington and in the United Arab Emirates.",
        {"New York": ("city", "US"), "United Arab Emirates": ("country", "AE")},
    ),
    (
        "A cell operated in Hatay province and in the Turkish city of Gaziantep.",
        {"Hatay province": ("province", "TR"), "Gaziantep": ("city", "TR")},
    ),
    (
        "Uyghurs in Kashgar, Xinjiang, were detained, Chinese officials said.",
        {"Kashgar": ("city", "CN"), "Xinjiang": ("province", "CN")},
    ),
    (
        "Ten miners died in Cabo Delgado, Mozambique.",
        {"Cabo Delgado": ("province", "MZ"), "Mozambique": ("country", "MZ")},
    ),
    (
        "Police in Belfast, Northern Ireland, arrested two men.",
        {"Belfast": ("city", "GB"), "Northern Ireland": ("province", "GB")},
    ),
]
