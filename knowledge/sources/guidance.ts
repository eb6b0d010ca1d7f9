import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** Guidance and papers that the corrections brought in. */

export const NG127 = passage(
  'NG127',
  read('nice-ng127', 'NICE NG127, suspected neurological conditions', '2019', 'NG127'),
  {
    locator: 'facial twitching',
    strength: 'strong',
    says: 'A lid twitch is referred only when both eyes close or it lasts beyond three months.',
  },
)
export const BanikMiller2004 = passage(
  'BanikMiller2004',
  read(
    'banik-miller-2004',
    'Banik, Miller. Chronic eyelid myokymia. J Neuro-Ophthalmol 24:290',
    '2004',
    'J Neuro-Ophthalmol 2004;24:290',
  ),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'Of 15 people with a chronic lid twitch none had a neurological disease, one developed hemifacial spasm, and toxin helped.',
  },
)
export const QS185 = passage(
  'QS185',
  read('nice-qs185', 'NICE QS185, hearing loss in adults', '2019', 'QS185, statement 2'),
  {
    locator: 'statement 2',
    strength: 'strong',
    says: 'Hearing lost within three days in the last 30 days is seen by a specialist within 24 hours.',
  },
)
export const NG98 = passage('NG98', read('nice-ng98', 'NICE NG98, hearing loss in adults', '2018', 'NG98'), {
  locator: 'urgent referral',
  strength: 'strong',
  says: 'Hearing loss with facial droop or numbness on the same side is seen within 24 hours.',
})
export const Specchio2012 = passage(
  'Specchio2012',
  read('specchio-2012', 'Specchio et al. Neonatal hemifacial spasm. Dev Med Child Neurol', '2012', 'DMCN 2012'),
  {
    locator: 'case review',
    strength: 'weak',
    says: 'Every reported newborn with hemifacial spasm had a mass of the cerebellum or fourth ventricle, and the scalp EEG may be normal.',
  },
)
export const Bos2016 = passage(
  'Bos2016',
  read('bos-2016', 'Bos et al. Incidental findings on brain MRI. Radiology', '2016', 'doi:10.1148/radiol.2016160218'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Of 5 800 people of a mean age of 65 years 9.5 % had an incidental finding: meningioma 2.5 %, aneurysm 2.3 %.',
  },
)
export const Schrader2018 = passage(
  'Schrader2018',
  read(
    'schrader-2018',
    'Schrader et al. Toxin and anticoagulation. J Neural Transm 125:173',
    '2018',
    'J Neural Transm 2018;125:173',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'In hemifacial spasm a haematoma followed 3.9 % of injections on an anticoagulant and 2.9 % without, at an INR of 2 to 3.',
  },
)
export const LactMed = passage(
  'LactMed',
  read('lactmed-botulinum', 'LactMed, botulinum toxin', readOn, 'LactMed database'),
  {
    locator: 'summary',
    strength: 'moderate',
    says: 'Breastfeeding needs no special precautions around botulinum toxin.',
  },
)
export const LateRecurrence2012 = passage(
  'LateRecurrence2012',
  read('late-recurrence-2012', 'Late recurrence after decompression. Acta Neurochir', '2012', 's00701-012-1424-z'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'After a spasm-free course late recurrence was 1.0, 1.7 and 2.9 % at one, two and five years.',
  },
)
export const Return115 = passage(
  'Return115',
  read('return-115', 'Return of spasm after decompression, series of 115 (paper not named)', readOn, 'series of 115'),
  {
    locator: 'as quoted by the corrections',
    strength: 'weak',
    says: 'Spasm returned within a month in 48.7 % of 115 people and settled within weeks in 96.4 % of those.',
    unverified: true,
  },
)
export const Wei2018 = passage(
  'Wei2018',
  read(
    'wei-2018',
    'Wei et al. Lateral spread response and outcome. J Neurosurg 128:885',
    '2018',
    'J Neurosurg 2018;128:885',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Searching on because the lateral spread response is still present brought no benefit at one year.',
  },
)

/** Rules about the software itself, and about paying. */

const noridian = read(
  'noridian-botulinum',
  'Noridian Medicare page on botulinum toxin; policy copy',
  readOn,
  'Noridian; whatismedicalinsurancebilling.org',
)
export const K110 = passage('K110', noridian, {
  locator: 'coverage and prior authorisation',
  strength: 'weak',
  says: 'US payers list hemifacial spasm as off-label for onabotulinumtoxin, and some outpatient departments need a prior authorisation for toxin with the facial injection code.',
})
export const K110a = passage('K110a', noridian, {
  locator: 'billing units',
  strength: 'weak',
  says: 'J0585 stands for 1 U of onabotulinumtoxin, J0586 for 5 U of abobotulinumtoxin, J0587 for 100 U of rimabotulinumtoxin and J0588 for 1 U of incobotulinumtoxin.',
})
export const NgsPriorAuthorisation = passage(
  'NgsPriorAuthorisation',
  read(
    'medicare-opd',
    'Medicare contractor pages on prior authorisation (Noridian, NGS, CGS)',
    readOn,
    'contractor pages',
  ),
  {
    locator: 'documentation asked for',
    strength: 'weak',
    says: 'A prior authorisation wants dose, site, frequency and the effect of earlier treatments; one contractor asks for two.',
  },
)
export const K113 = passage(
  'K113',
  read(
    'fda-cds-2026',
    'FDA guidance on clinical decision support, January 2026 (summaries); FD&C Act 520(o)(1)(E)',
    '2026-01',
    'frierlevitt.com; meddeviceguide.com; ketryx.com',
  ),
  {
    locator: 'four criteria',
    strength: 'statement',
    says: 'Software that is no device reads no images or signals, shows medical information, supports a professional’s own decision, and lets that professional see the basis of each recommendation.',
  },
)
export const K114 = passage(
  'K114',
  read('hl7-cpg', 'HL7 Clinical Practice Guidelines implementation guide', readOn, 'hl7.org/fhir/uv/cpg'),
  {
    locator: '2.0.0',
    strength: 'statement',
    says: 'Guidance can be published as plan definitions and activity definitions.',
  },
)
