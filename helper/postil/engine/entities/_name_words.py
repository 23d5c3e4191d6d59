"""Words that tell names apart: first names, titles, small words, and what else has a capital."""

from __future__ import annotations

from postil.engine.fold import fold

_DUTCH = (
    "Anouk Anne Annelies Arjan Bart Bas Bram Daan Daniel David Eline Emma Eva Femke Finn Fleur Floor "
    "Floris Frank Gijs Guus Hanna Hans Henk Ilse Ingrid Iris Jan Janneke Jasper Jelle Jeroen Jesse Joep "
    "Johan Joost Joris Julia Karin Kees Kim Klaas Koen Laura Lars Lieke Lisa Lotte Luuk Maaike Maarten "
    "Marieke Marjolein Mark Marloes Martijn Maud Merel Michiel Mirjam Naomi Niels Nienke Nina Noor Olga "
    "Paul Peter Petra Pieter Pim Rens Remco Renske Rick Rob Robin Roel Ruben Rutger Sander Sanne Saskia "
    "Sjoerd Sofie Sophie Stijn Sven Teun Thijs Thomas Tim Tineke Tom Wessel Willem Wim Wouter Yvonne"
)
_BRITISH = (
    "Abigail Adam Alan Alex Alice Alison Amelia Amy Andrew Anna Anthony Arthur Ben Benjamin Beth Brian "
    "Callum Catherine Charlotte Chris Claire Daisy Dan Dave Deborah Diane Dylan Ed Edward Eleanor "
    "Elizabeth Ellie Emily Ethan Fiona Freya Gareth Gary George Georgia Graham Hannah Harriet Harry "
    "Heather Helen Henry Holly Ian Imogen Isaac Isla Jack Jacob Jake James Jane Jason Jean Jenny Jessica "
    "Jo Joanna Joe John Jonathan Joseph Josh Julie Karen Kate Katie Keith Kevin Laura Lauren Leah Leo "
    "Lewis Liam Linda Lucy Luke Lydia Maisie Margaret Maria Martin Mary Matthew Megan Michael Michelle "
    "Molly Natalie Nathan Ned Nick Nicola Oliver Olivia Oscar Owen Patricia Phil Philip Poppy Rachel "
    "Rebecca Rhys Richard Robert Rosie Ruth Ryan Sally Sam Sarah Sean Sharon Simon Stella Stephen Steve "
    "Stuart Susan Tara Theo Tracey Victoria William Zoe"
)
_OTHERS = (
    "Aisha Ahmed Ali Amina Amir Anastasia Anita Anjali Ayşe Bilal Carlos Chen Chloe Deepa Dimitri Elena "
    "Elif Emre Esra Fatima Fatma Giulia Hamza Hassan Hiroshi Ibrahim Imran Ingrid Ismail Jamal Jorge José "
    "Juan Kamil Karim Khadija Kofi Kwame Lars Layla Leila Li Lin Luca Lucia Magdalena Malik Mariam Marco "
    "Mateusz Mehmet Mei Mohamed Mohammed Mustafa Nadia Naima Noor Nuria Olena Omar Pavel Pedro Priya "
    "Rachid Raj Rania Rashid Sadia Said Salma Samir Samira Sana Selin Sergei Siddharth Sofia Soraya "
    "Svetlana Tariq Tomasz Wei Xiao Yara Yasmin Youssef Yuki Yusuf Zahra Zainab"
)
FIRST_NAMES = frozenset(fold(f"{_DUTCH} {_BRITISH} {_OTHERS}").split())
"""Open a sentence as a name, not as an ordinary word. Folded; common ones, not all."""

_TITLE_WORDS = (
    "dr drs prof professor mr mrs ms miss mevr mevrouw mw dhr meneer mijnheer ir ing sir dame lord lady "
    "dokter juf meester zuster broeder sister nurse"
)
TITLES = frozenset(_TITLE_WORDS.split())

_SMALL_WORDS = "van de der den het ten ter te von zu di da del della dos la le el al bin ibn 't t y"
PARTICLES = frozenset(_SMALL_WORDS.split())
"""Small words between a first and a last name."""

_OF_OTHER_THINGS = (
    "university universiteit hogeschool college school faculty faculteit department afdeling institute "
    "instituut centre center centrum hospital ziekenhuis kliniek clinic library bibliotheek museum street "
    "road straat laan avenue lane square park house hall court station airport city town stad north south "
    "east west noord zuid oost new great royal koninklijk koninklijke national nationaal nationale united "
    "international internationaal open the a an our my your his her their this that these those we you "
    "they it he she i if when what why how who where de het een onze mijn jouw zijn haar hun dit dat deze "
    "die wij jullie zij hij ik als wat waarom hoe wie waar in on at to for from with by of and or but not "
    "no yes so as is are was were be do did have has had will would can op aan bij naar voor van met door "
    "en maar niet geen ja nee dus ook waren bent heb hebt heeft monday tuesday wednesday thursday "
    "friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag january february "
    "march april may june july august september october november december januari februari maart juni "
    "juli augustus oktober christmas easter kerst pasen happy merry proud thanks dear beste lieve hallo "
    "hello hi bachelor master msc bsc phd research science sciences studies medicine medical law history "
    "computer data health english dutch british german french european nederlandse engelse duitse franse "
    "leiden leeds lancaster utrecht amsterdam rotterdam london den haag hague york england nederland "
    "netherlands europe kingdom states zealand covid nature press journal times guardian prize award "
    "conference committee board team group council society foundation stichting vereniging bank church "
    "kerk first second third last next special st saint sint grote oude nieuwe grand big little good bad "
    "best early late collections lab club festival week day dag weekend morning evening"
)
NO_NAMES = frozenset(_OF_OTHER_THINGS.split())
"""Two capitals with one of these are a place, a body, a day or the start of a sentence."""
