import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** What the spasm looks like, and how often. */

const springerChapter = read(
  'springer-hfs-symptoms',
  'Clinical symptoms and differential diagnosis of HFS, in Hemifacial Spasm (Springer)',
  '2020',
  'doi:10.1007/978-981-15-5417-9_5',
)
export const K2 = passage('K2', springerChapter, {
  locator: 'chapter 5, clinical symptoms',
  strength: 'moderate',
  says: 'The spasm is one-sided, begins around the eye, spreads downward and moves upper and lower face at the same instant in short bursts; watching, provoking and home video decide at the bedside.',
})
export const K2b = passage(
  'K2b',
  read(
    'ytrove-differential',
    'Lay article on the differential diagnosis of facial twitching',
    readOn,
    'ytrove.com/topic/25653',
  ),
  {
    locator: 'eyelid twitching',
    strength: 'weak',
    says: 'A lid flicker that has not spread is usually eyelid myokymia and is looked at again when it lasts beyond about four weeks or spreads.',
  },
)

const pawlowski = read(
  'pawlowski-2013',
  'Pawlowski et al. The Babinski-2 sign in HFS. Mov Disord',
  '2013',
  'doi:10.1002/mds.25472',
)
export const K3 = passage('K3', pawlowski, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'The brow rising as the eye closes (other Babinski sign) was seen in 86 % of people with hemifacial spasm and in none of 12 with blepharospasm; two raters agreed in 92 % (n = 35).',
})

const yaltho = read(
  'yaltho-2011',
  'Yaltho, Jankovic. The many faces of hemifacial spasm. Mov Disord 26:1582',
  '2011',
  'doi:10.1002/mds.23692',
)
export const K4 = passage('K4', yaltho, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Of 215 people referred to a movement clinic with hemifacial spasm, 38 (18 %) had a mimic instead; only muscles of the facial nerve belong to hemifacial spasm.',
})
export const K4a = passage('K4a', yaltho, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Among those 215 the spasm was primary in 62 %, hereditary in 2 % and secondary in 19 %: Bell palsy 11 %, nerve injury 6 %, and two people each with demyelination and vascular brain injury.',
})

const colosimo = read(
  'colosimo-2006',
  'Colosimo et al. Primary and secondary HFS. Arch Neurol 63:441',
  '2006',
  'doi:10.1001/archneur.63.3.441',
)
export const K5 = passage('K5', colosimo, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'In 214 people from three centres 65 % of primary spasm began only around the eye; women outnumbered men 101 to 63.',
})
export const K5a = passage('K5a', colosimo, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Secondary spasm began in upper and lower face together in 72 %; 48 of 50 secondary cases followed a facial palsy. Synkinesis was seen in 43 % of primary and 58 % of secondary spasm.',
})
export const K5b = passage('K5b', colosimo, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Both sides were affected in 2 of 214 people, and 2 to 3 % had affected relatives.',
})
export const K6 = passage(
  'K6',
  read('spread-178', 'Spread of spasm in 178 patients. Mov Disord Clin Pract', readOn, 'doi:10.1002/mdc3.12106'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'The spasm spread to other facial muscles over time in 93.4 % of 178 people.',
  },
)

const indian = read('india-321', 'HFS: clinical characteristics of 321 Indian patients', readOn, 'PMID 22222858')
export const K7 = passage('K7', indian, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'A click in the ear with the spasm was reported by 23 % of 321 people; stress made it worse, and women were not in excess.',
})
export const K7a = passage('K7a', indian, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Sleep was reported as relieving by 44 %, so relief in sleep does not exclude hemifacial spasm.',
})

const bilateral = read(
  'bilateral-1999',
  'Bilateral HFS: five cases and review. Mov Disord 14:345',
  '1999',
  'PMID 10091632',
)
export const K8 = passage('K8', bilateral, {
  locator: 'abstract',
  strength: 'weak',
  says: 'Spasm of both sides is rare and always asynchronous, the second side following after a mean of 8.4 years (0.2 to 15; five people); sides contracting synchronously speak for blepharospasm.',
})
export const K9 = passage(
  'K9',
  read('statpearls-hfs', 'StatPearls, Hemifacial Spasm (mirror)', readOn, 'iiab.me mirror'),
  {
    locator: 'epidemiology',
    strength: 'weak',
    says: 'Both sides are affected in under 5 %.',
  },
)
export const K9b = passage(
  'K9b',
  read('wikimili-hfs', 'Hemifacial spasm, encyclopaedia mirror', readOn, 'wikimili.com/en/Hemifacial_spasm'),
  {
    locator: 'signs',
    strength: 'weak',
    says: 'Onset in the lower face with upward spread is given as about 2 to 3 %.',
  },
)

const luReview = read(
  'lu-2014',
  'Lu et al. HFS and neurovascular compression. Sci World J',
  '2014',
  'doi:10.1155/2014/349319',
)
export const K10 = passage('K10', luReview, {
  locator: 'clinical presentation',
  strength: 'moderate',
  says: 'Contractions are one-sided and typically begin in the muscle around the eye, often the lower lid.',
})
export const K10a = passage('K10a', luReview, {
  locator: 'epidemiology',
  strength: 'moderate',
  says: 'About 9.8 to 11 people per 100 000 live with it, and it begins at a mean age of 44 to 55 years depending on the series.',
})

const chapter = read(
  'neurology-chapter',
  'Clinical neurology textbook chapter on HFS (mirror)',
  readOn,
  'mitchmedical.us',
)
export const K11 = passage('K11', chapter, {
  locator: 'age at onset',
  strength: 'weak',
  says: 'Onset in infancy, childhood or youth is atypical and suggests an underlying lesion.',
})
export const K11a = passage('K11a', chapter, {
  locator: 'clinical features',
  strength: 'weak',
  says: 'The spasm can go on in sleep, is set off by forceful blinking, pursing the lips or smiling, and is worse with stress or tiredness.',
})
export const K11b = passage('K11b', chapter, {
  locator: 'epidemiology',
  strength: 'weak',
  says: 'In the US study 14.5 women and 7.4 men per 100 000 were affected, about two to one, with 0.78 to 1 new case per 100 000 a year.',
})
export const K11c = passage('K11c', chapter, {
  locator: 'causes, review of 539 cases',
  strength: 'weak',
  says: 'Of 539 cases with a stated cause 94 % were vascular, 4 % tumours and 2 % bony or other.',
})
