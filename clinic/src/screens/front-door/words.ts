export const words = {
  title: 'Hemifacial spasm clinic',
  lead: 'Hemifacial spasm makes one side of the face twitch or pull. Our team diagnoses and treats it.',
  doors: {
    appointment: {
      title: 'Request an appointment',
      text: 'For yourself or somebody you care for. We call you back.',
    },
    refer: {
      title: 'Refer a patient',
      text: 'For doctors and their staff. About three minutes; you get a link that shows where the referral stands.',
    },
    status: { title: 'Where is my referral?', text: 'Open the link you were given, or paste it here.' },
    team: { title: 'Find the care team', text: 'Who we are, where to find us, and which number to call.' },
  },
  banner: 'This page stores what you tell us for your team. It does not diagnose or change treatment.',
  afterToxin: {
    title: 'After an injection',
    text: 'The medicine weakens small muscles on purpose. It can spread. Breathing or swallowing trouble is an emergency. Double or blurred vision, or a drooping lid: do not drive. A red, painful eye, or an eye that will not close: call us today.',
  },
  afterSurgery: {
    title: 'After the operation',
    text: 'Some people still twitch for weeks or months before it stops. Facial weakness or a change in hearing needs a call today.',
  },
} as const
