import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** Causes other than a vessel, and how often they are found. */

export const K13 = passage(
  'K13',
  read(
    'epidermoid-1989',
    'HFS with epidermoid tumours of the CPA. Neurology 39:577',
    '1989',
    'doi:10.1212/wnl.39.4.577',
  ),
  {
    locator: 'abstract',
    strength: 'moderate',
    says: 'Among 429 people with hemifacial spasm an epidermoid was found in 0.7 %; all three later developed further deficits, so red flags are asked again at every contact.',
  },
)
export const K14 = passage(
  'K14',
  read(
    'lee-2010',
    'Lee et al. CPA tumours causing HFS, 9 of 2,050. Acta Neurochir 152:1901',
    '2010',
    'Acta Neurochir 2010;152:1901-8',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'A tumour of the cerebellopontine angle was the cause in 9 of 2 050 people (0.44 %): five meningiomas, two vestibular schwannomas, two epidermoids.',
  },
)
export const K14b = passage(
  'K14b',
  read('cpa-letter', 'Letter on secondary HFS with CPA tumours, J Mov Disord', readOn, 'e-jmd.org number 136'),
  {
    locator: 'letter',
    strength: 'weak',
    says: 'Spasm caused by a tumour of the cerebellopontine angle is more often tonic.',
  },
)

const thailand = read(
  'thitiwichienlert',
  'Thitiwichienlert et al. Severity of HFS and MRI/MRA. J Med Assoc Thai',
  readOn,
  'jmatonline.com id 2746',
)
export const K15 = passage('K15', thailand, {
  locator: 'results',
  strength: 'weak',
  says: 'Of 47 people imaged prospectively two (4.3 %) had a cause other than the usual vessel, a meningioma and an unruptured aneurysm, and both were clinically mild: mild spasm does not lower the need for imaging.',
})
export const K15a = passage('K15a', thailand, {
  locator: 'results',
  strength: 'weak',
  says: 'The grade of contact, ordered as abutment, indentation and deviation, had no link with how severe the spasm was.',
})
