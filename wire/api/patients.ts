import * as z from 'zod/mini'
import { fields } from '../agreed/fields.ts'
import { act } from './act.ts'
import type { Endpoints, Input, Output } from './endpoint.ts'
import { patientView } from './patient-view.ts'
import { paper, paperAccepted } from './referral.ts'
import { named, noted } from './schema-notes.ts'
import { day, email, phone, prose, text, wholeDay } from './shapes.ts'

const agreed = 'Confirm that the person agreed to keep it for their care; without that it is not kept.'
const aboutClip = named(
  'AboutClip',
  z.strictObject({ from: z.enum(['home', 'visit']), agreed: z.literal(true, agreed) }),
  'Where a video or photo comes from, and that the person agreed.',
)
export type AboutClip = Input<typeof aboutClip>

const contact = named(
  'Contact',
  z.strictObject({
    phone: z.optional(z.nullable(phone)),
    email: z.optional(z.nullable(email)),
    interpreter: z.optional(z.nullable(text(fields.interpreter))),
  }),
  'How somebody is reached, and in which language. What is left out stays as it is; null takes it away.',
)
export type Contact = Input<typeof contact>

const identity = named(
  'Identity',
  z.strictObject({ name: z.optional(text(fields.name)), birthDate: z.optional(z.nullable(day)) }),
  'What somebody is called and when they were born, the year at least; null where it is not known, for what stood there is another person’s. What is left out stays as it is.',
)
export type CorrectedIdentity = Input<typeof identity>

const likePatient = z.object({
  id: z.string(),
  name: z.string(),
  birthDate: z.nullable(z.string()),
  phone: z.nullable(z.string()),
})
/** Somebody who may be the same person. */
export type LikePatient = Output<typeof likePatient>

export const patientsApi = {
  'GET /api/patients/:id': {
    name: 'readPatient',
    does: 'Returns everything about one person, with today’s advice.',
    gives: patientView,
    refuses: [409],
  },
  'POST /api/patients': {
    name: 'enterReferral',
    does: 'Enters a paper referral, for a new person or for one who already has a record.',
    takes: paper,
    gives: paperAccepted,
    status: 201,
    once: true,
    refuses: [409],
  },
  'POST /api/patients/duplicates': {
    name: 'findAlike',
    does: 'Finds existing records that may belong to the same person.',
    takes: z.strictObject({
      name: text(fields.name),
      birthDate: z.optional(z.nullable(day)),
      phone: z.optional(z.nullable(text(fields.phone))),
    }),
    gives: z.array(likePatient),
  },
  'POST /api/patients/:id/acts': {
    name: 'recordAct',
    does: 'Records what was seen, asked, done or decided. Refused, with reasons, while a gate is closed.',
    takes: act,
    gives: patientView,
    ifMatch: 'by-kind',
    once: true,
    refuses: [403, 409, 412],
  },
  'POST /api/patients/:id/reviews/:review/close': {
    name: 'closeReview',
    does: 'Closes a review that the server opened.',
    takes: z.strictObject({ note: z.optional(prose(fields.reviewNote)) }),
    gives: patientView,
    refuses: [409, 412],
  },
  'PUT /api/patients/:id/contact': {
    name: 'changeContact',
    does: 'Changes a person’s contact details and language.',
    takes: contact,
    gives: patientView,
    ifMatch: 'always',
    refuses: [409],
  },
  'PUT /api/patients/:id/identity': {
    name: 'correctIdentity',
    does: 'Corrects or adds a person’s name and birth date.',
    takes: identity,
    gives: patientView,
    ifMatch: 'always',
    refuses: [409],
  },
  'PUT /api/patients/:id/first-visit': {
    name: 'bookFirstVisit',
    does: 'Sets the day of the first visit for a person not yet seen here.',
    takes: z.strictObject({
      on: noted('The day, today or later; null where it is booked for none any more.', z.nullable(wholeDay)),
    }),
    gives: patientView,
    ifMatch: 'always',
    refuses: [409],
  },
  'PUT /api/patients/:id/follows': {
    name: 'followVersion',
    does: 'Sets the pathway version an episode follows.',
    ifMatch: { not: 'it is one answer, and the timeline keeps the one before' },
    takes: z.strictObject({ version: z.string().check(z.minLength(1), z.maxLength(40)) }),
    gives: patientView,
    refuses: [409, 412],
  },
  'POST /api/patients/:id/attachments': {
    name: 'addClip',
    does: 'Adds a video or photo, with the person’s consent.',
    takesFile: aboutClip,
    gives: patientView,
    status: 201,
    once: true,
    refuses: [409],
  },
  'POST /api/patients/:id/attachments/:file/withdraw': {
    name: 'withdrawClip',
    does: 'Hides a file from everyone after the person withdrew consent.',
    takes: z.strictObject({ agreed: z.literal(false) }),
    gives: patientView,
    refuses: [409, 412],
  },
  'GET /api/patients/:id/attachments/:file': { name: 'readFile', does: 'Returns one file of a record.', gives: 'file' },
} as const satisfies Endpoints
