export const words = {
  title: 'Sign in',
  lead: 'For staff of the clinic. To request an appointment or refer somebody you need no account.',
  login: 'Sign-in name',
  password: 'Password',
  submit: 'Sign in',
  needed: (what: string) => `${what} is needed.`,
} as const
