import type { Code, CodeMeaning } from '@facialis/language'
import { imagingOrder, type modalities, study } from '../entries/index.ts'
import { headCt, headMri, loinc, mriProcedures, snomed } from '../facts/codes.ts'
import { enters, measures, ours, row, states, unconfirmed } from './row.ts'

type Modality = (typeof modalities)[number]
const { modality, report, evidence, signed, signedOn, readerRole } = study.fields
const { modality: asked, urgency, bookedFor } = imagingOrder.fields

const scan = (code: Code, display: string, kind: Modality): readonly CodeMeaning[] => [
  row(
    code,
    display,
    ['DiagnosticReport', 'ImagingStudy'],
    enters(study, { [modality.id]: kind }),
    measures(readerRole),
    measures(signedOn),
  ),
  row(
    code,
    display,
    ['ServiceRequest'],
    enters(imagingOrder, { [asked.id]: kind }),
    measures(bookedFor),
    measures(urgency),
  ),
]

/** The plain codes come first, for they are the ones written for others. */
const mri = [loinc('24590-2'), ...headMri.filter((code) => code.code !== '24590-2'), ...mriProcedures]
const ct = [loinc('24725-4'), ...headCt.filter((code) => code.code !== '24725-4')]

/** What a report is, whatever was scanned. */
const reports: readonly CodeMeaning[] = [
  row(ours('study'), 'imaging study', ['DiagnosticReport'], enters(study), measures(readerRole), measures(signedOn)),
  row(
    ours('report.structured'),
    'a report with coded findings',
    ['DiagnosticReport'],
    enters(study, { [report.id]: 'structured', [evidence.id]: 'structured' }),
  ),
  row(
    ours('report.text'),
    'a report in words only',
    ['DiagnosticReport'],
    enters(study, { [report.id]: 'not-structured' }),
  ),
  row(ours('report.none'), 'a study without a report', ['DiagnosticReport'], enters(study, { [report.id]: 'none' })),
  row(ours('report.signed'), 'a signed report', ['DiagnosticReport'], enters(study, { [signed.id]: 'yes' })),
  row(ours('report.unsigned'), 'a report not signed yet', ['DiagnosticReport'], enters(study, { [signed.id]: 'no' })),
]

const ofImage = (code: string, display: string, kind: Modality): CodeMeaning =>
  row(ours(`dicom:${code}`), display, ['ImagingStudy'], enters(study, { [modality.id]: kind }))

const images: readonly CodeMeaning[] = [
  ofImage('MR', 'magnetic resonance', 'mri'),
  ofImage('CT', 'computed tomography', 'ct'),
  ofImage('XA', 'catheter angiography', 'catheter-angiography'),
  ofImage('US', 'ultrasound', 'ultrasound'),
  row(snomed('69536005'), 'head', ['imaged-site']),
  row(snomed('12738006'), 'brain', ['imaged-site']),
]

const orders: readonly CodeMeaning[] = [
  row(
    ours('imaging-order'),
    'imaging of the head',
    ['ServiceRequest'],
    enters(imagingOrder),
    measures(bookedFor),
    measures(urgency),
  ),
  ...(
    [
      ['routine', 'routine'],
      ['asap', 'soon'],
      ['urgent', 'urgent'],
      ['stat', 'emergency'],
    ] as const
  ).map(([code, word]) => row(ours(`priority:${code}`), word, ['priority'], states(urgency, word))),
]

const role = (code: Code, display: string, reader: string): CodeMeaning =>
  row(code, display, ['role'], states(readerRole, reader))

/** Who reads images. */
const readers: readonly CodeMeaning[] = [
  role(ours('neuroradiologist'), 'neuroradiologist', 'neuroradiologist'),
  role(ours('general-radiologist'), 'radiologist', 'general-radiologist'),
  role(snomed('66862007'), 'radiologist', 'general-radiologist'),
  role(ours('nucc:2085N0700X'), 'neuroradiologist', 'neuroradiologist'),
  role(ours('nucc:2085R0202X'), 'radiologist', 'general-radiologist'),
]

export const imagingTerms: readonly CodeMeaning[] = [
  ...mri.flatMap((code) => scan(code, 'MRI of the head', 'mri')),
  ...ct.flatMap((code) => scan(code, 'CT of the head', 'ct')),
  ...scan(unconfirmed.cpt('70496'), 'CT angiography of the head', 'ct-angiography'),
  ...reports,
  ...images,
  ...orders,
  ...readers,
]
