import { entry, fieldsOf, neutral } from '@facialis/language'

const field = fieldsOf('missed-visit')

/** An appointment that did not take place as planned. It is no visit: whatever was due keeps its day. */
export const missedVisit = entry(
  'missed-visit',
  { label: 'missed appointment', plural: 'missedVisits' },
  {
    why: field.choice('missed.why', ['did-not-attend', 'patient-cancelled', 'clinic-cancelled', 'arrived-late'], {
      question: 'Why did the appointment not take place?',
      label: 'reason of the missed appointment',
      adverse: neutral('an appointment that did not take place changes no offer'),
    }),
  },
)
