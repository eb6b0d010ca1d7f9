import { entry, fieldsOf, neutral } from '@facialis/language'
import { modalities, sequences } from './study.ts'

const field = fieldsOf('imaging-order')
const asking = neutral('asking for a scan is no offer of treatment')

/** A request for imaging. Its date is the day of the request. */
export const imagingOrder = entry(
  'imaging-order',
  { label: 'imaging request', plural: 'imagingOrders', orderable: true },
  {
    modality: field.choice('order.modality', modalities, {
      question: 'Which imaging was asked for?',
      label: 'imaging asked for',
      adverse: asking,
    }),
    sequences: field.set('order.sequences', sequences, {
      question: 'Which sequences were asked for?',
      label: 'sequences asked for',
      adverse: asking,
    }),
    urgency: field.choice('order.urgency', ['routine', 'soon', 'urgent', 'emergency'], {
      question: 'How soon is it wanted?',
      label: 'urgency of the request',
      adverse: asking,
    }),
    reason: field.text('order.reason', { question: 'Why is this imaging asked for?', label: 'reason for the request' }),
    bookedFor: field.date('order.bookedFor', {
      question: 'For which day is the scan booked?',
      label: 'day of the scan',
      may: 'future',
      daysAfterEntry: 0,
      adverse: asking,
    }),
  },
)
