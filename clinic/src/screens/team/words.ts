export const words = {
  title: 'The care team',
  lead: 'Who looks after you, where, and how to reach them.',
  search: 'Search by name, role or language',
  phone: 'Telephone',
  location: 'Where',
  languages: 'Languages',
  none: 'Nobody is listed yet',
  noneText: 'The clinic has not published its team. Use "Request an appointment" and we call you back.',
  noMatch: 'Nobody matches',
  noMatchText: 'Try part of a name, a role such as "nurse", or a language.',
} as const
