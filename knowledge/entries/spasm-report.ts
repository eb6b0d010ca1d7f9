import { entry, fieldsOf, neutral } from '@facialis/language'

const field = fieldsOf('spasm-report')

/** How the spasm was on one day, by the person or an examiner. */
export const spasmReport = entry(
  'spasm-report',
  { label: 'spasm report', plural: 'spasmReports', orderable: true },
  {
    status: field.choice('spasm.status', ['none', 'occasional', 'reduced', 'unchanged', 'worse'], {
      question: 'How is the spasm?',
      label: 'the spasm',
      adverse: neutral('severity is not adverse to treatment'),
    }),
  },
)
