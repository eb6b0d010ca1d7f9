/** What a person is by training. It decides what their signature counts for, and comes from nowhere but the account. */
export const professions = [
  'neurologist',
  'neurosurgeon',
  'ophthalmologist',
  'neuroradiologist',
  'general-radiologist',
  'trainee',
  'nurse',
] as const
export type Profession = (typeof professions)[number]
