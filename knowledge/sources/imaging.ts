import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** Which imaging is asked for, what it shows, and what it does not. */

const neurochirurgie = read(
  'neurochirurgie-2018',
  'Imaging of primary HFS. Neurochirurgie',
  '2018',
  'doi:10.1016/j.neuchi.2018.01.005',
)
export const K24 = passage('K24', neurochirurgie, {
  locator: 'abstract, protocol',
  strength: 'moderate',
  says: 'The protocol is a brain survey, a 3D heavily T2-weighted series of at most 1 mm and a time-of-flight angiography; 1.5 T is acceptable and 3 T better.',
})
export const K24a = passage('K24a', neurochirurgie, {
  locator: 'abstract, vessels',
  strength: 'moderate',
  says: 'Several vessels at once are common and a vein alone is very rare.',
})
export const K25 = passage(
  'K25',
  read(
    'acr-2022',
    'Rath et al. ACR Appropriateness Criteria, cranial neuropathy, 2022 update. J Am Coll Radiol 19:S266',
    '2022',
    'acsearch.acr.org topic 167',
  ),
  {
    locator: 'facial-nerve variant',
    strength: 'strong',
    says: 'MRI with and without contrast along the whole course of the nerve, from brainstem to parotid, is often the first choice; CT is complementary, for bone, ear and trauma.',
  },
)
export const K26 = passage(
  'K26',
  read(
    'radiology-1995',
    'HFS: 3D MR in neurovascular compression. Radiology 197:227',
    '1995',
    'doi:10.1148/radiology.197.1.7568828',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Source images of 3D time-of-flight angiography found the contact with 95 % sensitivity and 77 % specificity (27 operated people, three blinded readers).',
  },
)

const tarnaris = read(
  'tarnaris-2007',
  'Tarnaris et al. MRA versus CISS. Br J Neurosurg 21:375',
  '2007',
  'doi:10.1080/02688690701474564',
)
export const K27 = passage('K27', tarnaris, {
  locator: 'abstract, results',
  strength: 'weak',
  says: 'CISS, a FIESTA-type sequence, found the vessel in all 13 people examined with it.',
})
export const K27a = passage('K27a', tarnaris, {
  locator: 'abstract, results',
  strength: 'weak',
  says: 'In the same 47 people contrast 3D angiography reached 56 % sensitivity and 50 % specificity, and routine T2 showed contact in 28 %.',
})
export const K28 = passage(
  'K28',
  read('spgr-2009', 'Sensitivity of 3D MRA and SPGR. J Neurosurg 111:733', '2009', 'doi:10.3171/2009.3.JNS08393'),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'On the same scans of 19 people the surgeon found 79 % of vessels, an expert neuroradiologist 59 % and general neuroradiologists 21 %: who reads matters as much as the scanner.',
  },
)

const caseControl = read(
  'case-control-1999',
  'Case-controlled MRI/MRA study of neurovascular contact in HFS. Neurology 53:2132',
  '1999',
  'Neurology 1999;53:2132',
)
export const K29 = passage('K29', caseControl, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'Contact was seen on at least 88 % of symptomatic sides and on about half of the unaffected sides (44 people, 20 controls).',
})
export const K29a = passage('K29a', caseControl, {
  locator: 'abstract, discussion',
  strength: 'moderate',
  says: 'A contact convinces more when it lies at the root exit, indents or displaces the nerve and matches the side; contact only in cistern or canal is weaker evidence.',
})

const tash = read('tash-1991', 'Tash et al. HFS: MR imaging features. AJNR 12:839', '1991', 'AJNR 1991;12:839-42')
export const K30 = passage('K30', tash, {
  locator: 'abstract, results',
  strength: 'moderate',
  says: 'In 70 people without hemifacial spasm 21 % of facial nerves were touched by a vessel at the root.',
})
export const K30a = passage('K30a', tash, {
  locator: 'discussion',
  strength: 'moderate',
  says: 'MRI is the first test, because CT shows the posterior fossa poorly.',
})
export const K31 = passage(
  'K31',
  read(
    'deep-2016',
    'Deep et al. Vascular contact of the facial nerve in the asymptomatic patient. J Neurol Surg B 77:503',
    '2016',
    'J Neurol Surg B 2016;77(6):503-9',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Some contact was present in up to 53 % of facial nerves of 100 people without hemifacial spasm, mostly cisternal and mild.',
  },
)
export const K32 = passage(
  'K32',
  read(
    'finger-2023',
    'Finger et al. New MRI finding for HFS. Brain Sci 13:1434',
    '2023',
    'doi:10.3390/brainsci13101434',
  ),
  {
    locator: 'introduction and methods',
    strength: 'weak',
    says: 'Series before and after contrast belong to the protocol; about 0.78 to 1 new case per 100 000 arises each year.',
  },
)
export const K33 = passage(
  'K33',
  read(
    'jeon-2023',
    'Jeon et al. Decompression without definite radiological compression. Life 13:2064',
    '2023',
    'doi:10.3390/life13102064',
  ),
  {
    locator: 'abstract, results',
    strength: 'weak',
    says: 'Sixteen people without visible contact all had a culprit vessel at surgery, a vein alone in two, and all improved; one recurred later.',
  },
)

/** The safety of contrast. */

export const K39 = passage(
  'K39',
  read('acr-nkf', 'ACR and National Kidney Foundation consensus on group II and III gadolinium', readOn, 'PMC7873723'),
  {
    locator: 'statements on group II agents',
    strength: 'strong',
    says: 'A missing eGFR does not by itself hold back a group II agent; with dialysis its schedule stays. In 4 931 group II doses below 30 mL/min no fibrosis occurred (upper bound 0.07 %).',
  },
)
export const K40 = passage(
  'K40',
  read(
    'acr-nsf-table',
    'Table of ACR Manual key points on NSF prevention. Cleve Clin J Med',
    readOn,
    'ccjm.org table 10569',
  ),
  {
    locator: 'table',
    strength: 'moderate',
    says: 'From 30 mL/min and without acute kidney injury any group II agent needs no precaution; below 30, in acute injury or on dialysis only group II is used and group I is contraindicated.',
  },
)
