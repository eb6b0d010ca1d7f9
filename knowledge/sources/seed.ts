import { passage, type Source } from '@facialis/language'

/** The page this pathway grew from. Its review date has long passed and every screen that cites it says so. */
export const seedPage: Source = {
  id: 'weill-cornell-hfs',
  title: 'Weill Cornell Medicine Neurological Surgery: diagnosing and treating hemifacial spasm',
  dated: '2021-04',
  reviewBy: '2023-04',
  locator: 'patient page, reviewed by P. E. Stieg',
}

const must = (id: string, locator: string, says: string) =>
  passage(id, seedPage, { locator, strength: 'statement', says, normative: true })

export const S1 = must(
  'S1',
  'diagnosis, statement 1',
  'Hemifacial spasm is usually recognised from its symptoms, and the typical spasm itself is the strongest evidence for it.',
)
export const S2 = must(
  'S2',
  'diagnosis, statement 2',
  'The expert assessment has to look for a tumour, a vascular malformation and multiple sclerosis.',
)
export const S3 = must(
  'S3',
  'diagnosis, statement 3',
  'Once those are excluded, the working cause is a small vessel pressing on the facial nerve at the brainstem.',
)
export const S4 = must(
  'S4',
  'imaging, statement 4',
  'The usual imaging is MRI or CT; catheter angiography is seldom needed.',
)
export const S5 = must(
  'S5',
  'imaging, statement 5',
  'Imaging often misses the culprit, because the vessel can be too small to see.',
)
export const S6 = must('S6', 'imaging, statement 6', 'FIESTA-type MRI makes the culprit vessel much easier to see.')
export const S7 = must(
  'S7',
  'imaging, statement 7',
  'When scans show neither tumour nor lesion, pressure from a vessel is presumed.',
)
export const S8 = must('S8', 'treatment, statement 8', 'The first treatment is usually botulinum toxin.')
export const S9 = must(
  'S9',
  'treatment, statement 9',
  'The toxin works by a small partial paralysis, which stops the spasm.',
)
export const S10 = must(
  'S10',
  'treatment, statement 10',
  'The effect wears off, and injections are repeated about every six months.',
)
export const S11 = must(
  'S11',
  'treatment, statement 11',
  'Toxin changes the muscles: over years the treated side of the face can flatten.',
)
export const S12 = must('S12', 'treatment, statement 12', 'Treatment succeeds only on an accurate diagnosis.')
export const S13 = must(
  'S13',
  'treatment, statement 13',
  'No toxin is given until imaging and other testing have ruled out a tumour or another lesion.',
)
export const S14 = must(
  'S14',
  'surgery, statement 14',
  'For more severe cases microvascular decompression is the more permanent treatment and the preferred one.',
)
export const S15 = must(
  'S15',
  'surgery, statement 15',
  'Decompression is highly effective microsurgery that moves the irritating artery off the nerve where it leaves the brainstem.',
)
export const S16 = must('S16', 'surgery, statement 16', 'Relief after decompression is usually immediate.')
export const S17 = passage('S17', seedPage, {
  locator: 'page foot, statement 17',
  strength: 'statement',
  says: 'Referral to specialists is offered; the page was last reviewed in April 2021.',
})
