export const words = {
  offline: 'The server could not be reached. What you typed is still here; try again.',
  unreadable: 'The server answered with something this page cannot read. Try again, or reload the page.',
  failed: 'Something went wrong on the server. Nothing was saved.',
} as const
