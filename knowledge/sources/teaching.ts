import { passage, type Source } from '@facialis/language'
import { readOn } from './source.ts'

/** Common medical teaching for which no source could be opened. Shown flagged until a clinician signs it. */
export const teaching: Source = {
  id: 'teaching',
  title: 'Common medical teaching, no source opened',
  dated: readOn,
  reviewBy: '2028-11',
}

const taught = (id: string, locator: string, words: string) =>
  passage(id, teaching, { locator, strength: 'weak', says: words, unverified: true })

export const T1 = taught(
  'T1',
  'tic',
  'Voluntary suppression of a movement speaks for a tic; a premonitory urge with relief afterwards speaks strongly for it.',
)
export const T2 = taught('T2', 'pain', 'Hemifacial spasm itself is not painful; pain asks for other causes.')
export const T3 = taught(
  'T3',
  'tic convulsif',
  'Spasm with trigeminal neuralgia on the same side raises the suspicion of a larger vessel or a mass.',
)
export const T4 = taught(
  'T4',
  'tardive dyskinesia',
  'Months on a dopamine blocker with chewing and tongue movements point to tardive dyskinesia.',
)
export const T5 = taught(
  'T5',
  'oculomasticatory myorhythmia',
  'Slow rhythmic jaw and eye movement with weight loss or diarrhoea asks for a Whipple work-up.',
)
export const T6 = taught(
  'T6',
  'fasciculation',
  'Wasting or fasciculation of tongue or limbs points to motor neuron disease and asks for EMG of the limbs.',
)
export const T7 = taught(
  'T7',
  'drug-induced movement',
  'Movement timed to levodopa, stimulants or withdrawal points to the drug.',
)
export const T8 = taught(
  'T8',
  'progressive weakness',
  'Facial weakness progressing over weeks to months points to a tumour of the facial nerve or parotid or perineural spread.',
)
export const T9 = taught('T9', 'sudden palsy', 'Sudden facial paralysis is Bell palsy or stroke until shown otherwise.')
export const T10 = taught(
  'T10',
  'more than one cranial nerve',
  'More than one cranial nerve affected points to a skull-base mass or meningitis.',
)
export const T11 = taught(
  'T11',
  'cerebellar signs',
  'Unsteady gait, limb incoordination or nystagmus points to a lesion of the posterior fossa or multiple sclerosis.',
)
export const T12 = taught(
  'T12',
  'raised pressure',
  'Morning headache, vomiting, blurred vision or swollen optic discs point to raised intracranial pressure.',
)
export const T13 = taught('T13', 'thunderclap headache', 'A thunderclap headache may be a ruptured aneurysm.')
export const T14 = taught(
  'T14',
  'parotid lump',
  'A lump in front of or below the ear with facial symptoms may be a parotid tumour.',
)
export const T15 = taught(
  'T15',
  'ear disease',
  'Ear discharge, pain or cholesteatoma points to disease of the ear and asks for ENT and temporal-bone CT.',
)
export const T16 = taught(
  'T16',
  'cancer',
  'A history of cancer, most of all of skin or head and neck, raises the suspicion of perineural spread and metastasis.',
)
export const T17 = taught(
  'T17',
  'Chiari',
  'Cough headache, neck pain or swallowing trouble may belong to a Chiari malformation, reported together with hemifacial spasm.',
)
export const T18 = taught('T18', 'rapid onset', 'Spasm of the full face within days suggests a secondary cause.')
export const T19 = taught(
  'T19',
  'diffusion',
  'An epidermoid is bright on diffusion imaging and easily missed without it.',
)
export const T20 = taught(
  'T20',
  'CT angiography',
  'CT angiography serves aneurysm or dolichoectasia questions where MRI cannot be done.',
)
export const T21 = taught(
  'T21',
  'MRI safety',
  'Implants, clips and metal in the eye go to an MRI-safety officer; claustrophobia is met with sedation or a wide-bore scanner.',
)
export const T22 = taught(
  'T22',
  'contrast',
  'An earlier gadolinium reaction goes through the allergy pathway of radiology; in pregnancy gadolinium is left out unless essential.',
)
export const T23 = taught(
  'T23',
  'further tests',
  'Cerebrospinal fluid, evoked potentials, spine MRI and blood tests follow only from findings, history or region.',
)
export const T24 = taught(
  'T24',
  'contact grade',
  'Contact is graded 0 none, 1 touching, 2 displaced, 3 indented, by analogy with trigeminal neuralgia.',
)
export const T25 = taught(
  'T25',
  'sites',
  'Sites run from root exit point over attached segment, detachment point and transition zone to cistern and canal; the attached segment is the usual one.',
)
export const T26 = taught(
  'T26',
  'potentiators',
  'Aminoglycosides, polymyxins and curare-like drugs may strengthen toxin.',
)
export const T27 = taught(
  'T27',
  'milk protein',
  'Abobotulinumtoxin may contain cow’s-milk protein, so allergy to it forbids that product.',
)
export const T28 = taught(
  'T28',
  'eyes at risk',
  'Earlier lid surgery, weak closure or a numb cornea asks for fewer units and an eye review.',
)
export const T29 = taught(
  'T29',
  'lower face',
  'The eye is treated first and the lower face later, with less below than above, because weakness and asymmetry rise there.',
)
export const T30 = taught('T30', 'antibodies', 'A frontalis test injection is a stand-in for an antibody test.')
export const T31 = taught(
  'T31',
  'waiting for the scan',
  'Some clinics inject a clear typical case while the MRI is waited for.',
)
export const T32 = taught(
  'T32',
  'only hearing ear',
  'Spasm on the side of the only hearing ear is a major caution for decompression.',
)
export const T33 = taught(
  'T33',
  'lower cranial nerves',
  'Swallowing trouble and hoarseness are reported after decompression; rates vary.',
)
export const T34 = taught(
  'T34',
  'muscle ranges',
  'Per-muscle ranges of units are a template a site must approve before they are shown.',
)
export const T35 = taught(
  'T35',
  'tablets',
  'Carbamazepine needs blood counts and sodium and, in some ancestries, HLA-B*15:02; gabapentin is dosed by kidney function.',
)
export const T36 = taught(
  'T36',
  'score anchors',
  'The anchors of the intensity scale, the Jankovic scale and the six-point disability score are given from recollection.',
)
