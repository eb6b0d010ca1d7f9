import { all, dateOf, entryDate, has, is, named, onOrAfter, some, yes } from '@facialis/language'
import { study } from '../entries/index.ts'
import { onset } from '../facts/index.ts'

const ct = study.fields
const wellRead = all(
  is(ct.modality, 'ct', 'ct-angiography'),
  is(ct.readerRole, 'neuroradiologist'),
  is(ct.report, 'structured'),
  yes(ct.signed),
  yes(ct.acknowledged),
  onOrAfter(entryDate(study), dateOf(onset)),
  is(ct.posteriorFossaQuality, 'diagnostic'),
  is(ct.lesionExcluded, 'not-stated', 'yes'),
)
/** What stands in for an impossible MRI: thin contrast CT of fossa and temporal bone, and CT angiography, well read. */
export const substitute = named(
  'contrast CT of posterior fossa and temporal bone with CT angiography, read by a neuroradiologist',
  all(
    some(
      study,
      all(
        wellRead,
        has(ct.sequences, 'ct-contrast'),
        has(ct.coverage, 'posterior-fossa'),
        has(ct.coverage, 'temporal-bone'),
        is(ct.tumour, 'absent'),
        is(ct.boneLesion, 'absent'),
      ),
    ),
    some(
      study,
      all(wellRead, has(ct.sequences, 'cta'), is(ct.vascularMalformation, 'absent'), is(ct.aneurysm, 'absent')),
    ),
  ),
)
