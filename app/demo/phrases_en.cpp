// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/phrases.h"

namespace vestnik {

using namespace Qt::StringLiterals;

QString wirePhrases()
{
    return uR"(
# where
Port Alder
the Old Quay
Gull Island
Market Street
the North Pier
# body
the harbour board
the town council
the coastguard
the ferry company
residents' association
# head
Ferry to Gull Island back after {3-19} days
Council votes {5-9}–{1-4} for the night bus
Fire at {where} is out, nobody hurt
Record catch: {40-190} tonnes in one week
{where} closed for filming until {5-9} p.m.
School no. {2-14} wins the regional robot race
Power cut in {where}: {120-980} homes affected
New lighthouse keeper starts on Monday
# line
A spokesperson for {body} said the decision is [b]final[/b].
Repairs cost £{12-940},000, about a third more than planned.
"We waited {2-11} hours, but the crew was wonderful," said {sign}.
The next hearing is on the {3-28}th; the papers are [a=https://example.org/wire/{100-999}]online[/a].
Traffic is diverted through {where}, expect delays of {10-45} minutes.
{body} promised a report within {2-8} weeks.
Last year the same storm season cost the town {2-9} days of trade.
Witnesses counted at least {3-20} boats in the bay.
The work was [s]due in spring[/s] and is now planned for autumn.
It's the first time since {1962-1998}, and it won't be the last!
# end
[i]This story is being updated.[/i]
More in the evening bulletin.
Seen something? Write to us: @harbor_wire_demo
Weather for the crossing: @pogoda_bereg_demo
# tag
#harbour
#council
#ferry
#traffic
#breaking
# photo
Morning at {where}
Crews at work near {where}, {6-11}:{10-59} a.m.
Readers' pictures of the week 📸
# sign
Nora Finch
Tom Abery
Ines Okafor
# place
Ferry terminal
Muster point
# poll
Should the night bus stay? | Yes | No | Only on weekends
How long is the North Pier? | 180 m | 240 m | 310 m | 420 m
Best chips in town? | The Anchor | Sally's | The kiosk at {where}
# card
Harbor Wire | The night the ferry turned back | Captain's log, {2-9} witnesses and one very wet dog.
Port Alder Council | Minutes of the open session | All votes, all names, {12-48} pages.
# doc
timetable_{2025-2026}.pdf | {180-870} KB
council_minutes_{10-99}.docx | {60-240} KB
# button
Live map
Timetable
Send a tip
# reply
Update: everyone is safe and accounted for.
Correction: the meeting is on Tuesday, not Monday.
The diversion has been lifted.
# quote
We turned back because the swell at the bar was over four metres. Nobody on board complained; the galley made \
tea for everyone, and we tried again with the next tide.
)"_s;
}

QString sciencePhrases()
{
    return uR"(
# field
marine biology
seismology
materials science
astronomy
botany
# thing
a soft crystal
deep-sea coral
the {3-9}-metre mirror
an ice core
a tardigrade
# head
A new look at {thing}
Why {thing} bends light
{field}: the week in {3-7} papers
Old data, new comet
How {thing} keeps time
The sound of a growing leaf
{12-96} years of tide records, now open
# line
The team measured {thing} for {3-48} months and found a shift of [b]{0.1-4.9}%[/b].
The effect is small, roughly {2-40} parts per million, but it is [i]there[/i].
The preprint is at https://example.org/paper/{1000-9999} and the data are open.
Peer review took {4-14} months; reviewers asked for {2-6} extra controls.
In plain words: [u]it works because the layers slide[/u], not because they stretch.
The sample was {20-900} grams, collected in {1987-2019}.
Not everyone agrees: a group in {field} reports [s]no effect[/s] half of it.
The model needs only [code]E = k · T^{2-4}[/code] and one constant.
Next step: repeat it at {4-77} K & lower pressure.
# end
Questions? We answer on Fridays 🔬
[sp]The control group was us.[/sp]
Figures by {sign}.
Code notes next door: @tech_orchard_demo
# tag
#physics
#biology
#openscience
#space
#paper
# photo
{thing} under the microscope, ×{40-900}
From the lab fridge, with love 🧪
Figure {1-9} of the week
# sign
Dr. Maya Lindqvist
Prof. Amit Rao
# place
Field station
# poll
What should we read next? | Corals | Comets | Crystals | Coffee
How many hearts does an octopus have? | 1 | 2 | 3 | 8
Do you read supplements? | Always | Sometimes | There are supplements?
# card
Lab Notes | The mirror that forgot | A long read about {thing} and the people who would not give up on it.
Open Data Shelf | Tide gauge archive, {1901-1950}–today | {2-9} GB of hourly values, free to use.
# doc
supplement_{10-99}.pdf | {1-14}.{1-9} MB
measurements.csv | {300-980} KB
# button
Read the paper
Get the data
# reply
The authors answered: the error bars were too small.
Erratum: kelvin, of course, not celsius.
Replicated! See the new figure.
# quote
We did not believe the curve either. We cleaned the chamber, changed the sensor, then changed the person, and \
the curve stayed. At some point one has to believe the curve.
)"_s;
}

QString techPhrases()
{
    return uR"(
# project
Quince
Bramble
Peardrop
Orchard CI
Rootstock
# lang
C++
Rust
Python
Go
# head
{project} {1-9}.{0-20} is out
How {project} got {2-9}× faster
Post-mortem: {12-94} minutes without DNS
Deprecating {project} {1-3}.x
A tiny parser in {20-90} lines of {lang}
Security fix for {project}, please update
Why we left microservices
# line
The release closes [b]{12-240} issues[/b], {2-19} of them older than five years.
Start-up went from {300-900} ms to {20-120} ms on a {4-10}-year-old laptop.
Upgrade with [code]orchard update {project}[/code] and restart.
The bug: a timer fired {2-9} times because two loops owned it.
Benchmarks and raw data: https://example.org/bench/{100-999}?runs={5-50}&unit=ms
Thanks to {sign} for the report & the patch.
[s]It only happens on Fridays.[/s] It happens after {20-60} days of uptime.
Memory stays under {40-150} MB with {10-90}k items.
The old flag still works, but prints a warning; it goes away in {2-5}.0.
Docs are [a=https://example.org/docs?q={100-999}&lang=en]here[/a], and they're short!
# code
[pre=cpp]for (const auto &tree : orchard) {\n    tree.water(2 * litres);\n}[/pre]
[pre=python]def ripe(apples):\n    return [[a for a in apples if a.red > 0.8]][/pre]
[pre]$ orchard status --json\n{"trees": 42, "ok": true}[/pre]
# end
Happy hacking 🍏
[i]Discuss politely.[/i]
#changelog below ⬇️
Science side of it: @lab_notes_demo
# tag
#release
#performance
#security
#tools
#howto
# photo
{project}: new settings page
Flame graph, before and after 🔥
Rack number {3-40}, finally tidy
# sign
Lena Hart
jo_k
# place
Meetup: Orchard House
# poll
Tabs or spaces? | Tabs | Spaces | Whatever the formatter does
What does [] mean? | Attribute | Lambda | Nothing | All of it
Next topic? | Profilers | Parsers | Printers
# card
Tech Orchard | {project} internals, part {2-7} | A walk through the scheduler, with pictures and two mistakes.
Release notes | {project} {1-9}.{0-20} | What changed, what broke, and how to go back.
# doc
{project}-{1-9}.{0-9}.tar.gz | {2-48}.{1-9} MB
slides_{10-99}.pdf | {3-9}.{1-9} MB
# button
Changelog
Download
Docs
# reply
Fixed in {1-9}.{0-9}.{1-9}, thanks everyone.
The benchmark was wrong, new numbers are up.
Rolled back. Sorry!
# quote
There were two event loops in the process, and each was sure that the other one would stop first. The fix \
removed forty lines and one loop, and the on-call phone has been quiet since.
)"_s;
}

QString lensPhrases()
{
    return uR"(
# spot
the salt flats
a tram depot
the fish market
the observatory stairs
Karst valley
# head
Light over {spot}
{spot}, {5-7}:{10-59} a.m.
Rain, twice
One street, {4-30} windows
The last steam crane
Portrait of a lighthouse
# line
Shot at f/{2-16}, 1/{30-900} s, ISO {100-900}.
I waited {20-180} minutes for the cloud to move, and then a gull did the rest.
No filter, just fog and [i]patience[/i].
Print no. {1-40} of {41-90} goes to a reader this Sunday.
The map of this walk: [a=https://example.org/walks/{10-99}]{2-12} km, easy[/a].
Film, {1971-1989} camera, scanned at home.
# end
Your turn: send yours with #lensweek
📷 {sign}
Theatre pictures are for @afisha_sever_demo
# tag
#lensweek
#streetphoto
#bw
#film
#landscape
# photo
{spot}
{spot}, {1-12} seconds of exposure
Before the rain 🌧
Blue hour ✨
Reflections, {spot}
The view from the night train
# sign
Ada Morel
Kenji
# place
Viewpoint above {spot}
# poll
Colour or black and white? | Colour | Black and white
Which aperture lets in more light? | f/1.8 | f/8 | f/22
Sunday walk? | Harbour | Hills | Stay in bed
# card
Lens Daily | How to photograph fog | Expose for the lamps, wait for the dog.
Print shop | {3-9} new prints | Signed, numbered, and dried flat this time.
# doc
contact_sheet_{10-99}.pdf | {6-24}.{1-9} MB
preset_fog.zip | {12-90} KB
# button
See the series
Order a print
# reply
By request: the same place at noon.
The colour version, as promised.
# quote
A photograph of fog is a photograph of what you decided not to show. Put one sharp thing in the frame and let \
the rest be a rumour.
)"_s;
}

} // namespace vestnik
