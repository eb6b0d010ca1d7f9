import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What product labels and their copies say. Units never cross products; what was superseded is marked so. */

const botoxDosing = read(
  'botoxone-dosing',
  'Botox blepharospasm dosing, manufacturer page',
  readOn,
  'botoxone.com/blepharospasm/dosing',
)
export const K54 = passage('K54', botoxDosing, {
  locator: 'repeat treatment',
  strength: 'label',
  says: 'Injections are repeated no sooner than about every three months; sooner, some tolerance may come and little benefit is added.',
})
export const K54a = passage('K54a', botoxDosing, {
  locator: 'dose',
  strength: 'label',
  says: 'Onabotulinumtoxin starts at 1.25 to 2.5 U per site and may double when the effect is too short; above 5 U per site little is gained, and the total in 30 days stays within 200 U.',
})
export const K54b = passage('K54b', botoxDosing, {
  locator: 'onset and duration',
  strength: 'label',
  says: 'The effect begins within three days, peaks at one to two weeks and lasts about three months.',
})
export const K54c = passage('K54c', botoxDosing, {
  locator: 'technique',
  strength: 'label',
  says: 'The medial lower lid is avoided to keep double vision away.',
})
export const K55 = passage(
  'K55',
  read('botox-label', 'Botox US label, boxed warning', '2026-06', 'api.fda.gov drug label, onabotulinumtoxinA'),
  {
    locator: 'boxed warning',
    strength: 'label',
    says: 'The effect may spread beyond the injection site hours to weeks later: weakness, double vision, drooping lids, voice, swallowing or breathing trouble. Swallowing and breathing trouble can kill, most of all where it existed before.',
  },
)
export const K56 = passage(
  'K56',
  read('botox-2010', 'Botox US prescribing highlights (copy)', '2010', 'pdfslide copy'),
  {
    locator: 'indications',
    strength: 'label',
    says: 'The US label covers blepharospasm with dystonia from 12 years of age.',
  },
)
export const K56b = passage(
  'K56b',
  read(
    'botox-safety',
    'Botox safety information (ordering leaflet copies)',
    readOn,
    'pdfslide; ebroon.com/botox6.html',
  ),
  {
    locator: 'contraindications and warnings',
    strength: 'label',
    says: 'Infection at the site and allergy to the product or its parts forbid the injection; neuromuscular disease such as myasthenia, Lambert–Eaton or motor neuron disease is avoided or left to a specialist.',
  },
)
export const K56c = passage(
  'K56c',
  read('botoxfacts-ca', 'Botox Canadian product site on spasms', readOn, 'botoxfacts.ca/spasms.html'),
  {
    locator: 'hemifacial spasm',
    strength: 'weak',
    says: 'The Canadian product site describes hemifacial spasm as treated with onabotulinumtoxin.',
  },
)

const europeanLabel = read(
  'type-a-label',
  'Type A toxin label summary, blepharospasm and HFS',
  readOn,
  'rxreasoner.com I-338966',
)
export const K57 = passage('K57', europeanLabel, {
  locator: 'indications and interval',
  strength: 'label',
  says: 'A European-style label covers blepharospasm and hemifacial spasm in adults, repeated no sooner than every three months.',
})
export const K57a = passage('K57a', europeanLabel, {
  locator: 'dose',
  strength: 'label',
  says: 'The same label limits a first session of onabotulinumtoxin to 25 U per eye and blepharospasm treatment to 100 U in 12 weeks.',
})

export const K57b = passage('K57b', europeanLabel, {
  locator: 'technique',
  strength: 'label',
  says: 'The middle of the upper lid is avoided to spare its lifting muscle, and the medial lower lid.',
})

const dysportUk = read(
  'dysport-uk',
  'Dysport SmPC 500 U and UK prescribing information',
  '2023',
  'medthority.com; ipsenpi.co.uk/uk_dys',
)
export const K58 = passage('K58', dysportUk, {
  locator: 'indications and units',
  strength: 'label',
  says: 'Abobotulinumtoxin is labelled for hemifacial spasm in UK and EU adults; its units are specific to it and not interchangeable with any other product.',
})
export const K58a = passage('K58a', dysportUk, {
  locator: 'dose (not seen in the copy)',
  strength: 'label',
  says: 'The UK text is recalled as starting at 40 U per eye with 120 U as the most per eye.',
  unverified: true,
})
export const K59 = passage(
  'K59',
  read('dysport-leaflet', 'Dysport 500 U patient leaflet (superseded)', readOn, 'drugs.com/uk'),
  {
    locator: 'dose, superseded',
    strength: 'label',
    says: 'Superseded and never offered: an older leaflet gave about 120 U per eye as a first dose.',
  },
)
export const K60 = passage(
  'K60',
  read('xeomin-uk', 'Xeomin UK SmPC (rephrased copies)', readOn, 'medicoreinc.com products 4609 and 6202'),
  {
    locator: 'indications',
    strength: 'weak',
    says: 'Incobotulinumtoxin is labelled in the UK for blepharospasm and hemifacial spasm in adults.',
  },
)

const xeominUs = read('xeomin-us', 'Xeomin US blepharospasm dosing (older page)', readOn, 'xeomin.com/physicians')
export const K61 = passage('K61', xeominUs, {
  locator: 'first dose, superseded',
  strength: 'label',
  says: 'Superseded and never offered: an older page allowed up to 70 U for both eyes as a first total.',
})
export const K61a = passage('K61a', xeominUs, {
  locator: 'units and change of product',
  strength: 'label',
  says: 'Units are not interchangeable, and after a change of product one starts again at that product’s own low dose; the trials used 10 to 50 U per eye.',
})
export const K62 = passage(
  'K62',
  read('other-toxin-labels', 'US labels of Letybo, Daxxify, Jeuveau and Myobloc', readOn, 'api.fda.gov drug labels'),
  {
    locator: 'boxed warnings and limits',
    strength: 'label',
    says: 'Every toxin label carries the warning of distant spread and says its units are not interchangeable; none of these products is labelled for hemifacial spasm.',
  },
)
export const K62b = passage('K62b', read('medilib-ona', 'Onabotulinumtoxin monograph summary', readOn, 'medilib.ir'), {
  locator: 'cumulative dose',
  strength: 'weak',
  says: 'For adults the cumulative dose of onabotulinumtoxin over all indications stays within 400 U in three months.',
})
export const K63 = passage('K63', read('botulax', 'Botulax product information', readOn, 'jcmedinc.com'), {
  locator: 'dose',
  strength: 'weak',
  says: 'A Korean product sheet of letibotulinumtoxin carries blepharospasm-type dosing.',
})
