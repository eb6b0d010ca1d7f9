/**
 * Stems and phrases that are tried first, bared as `checkPassword` does. Short lists catch most: people add digits
 * and signs to a few words. Shorter passwords are refused by length already.
 */
const stems = `
password passwort motdepasse contrasena welcome willkommen bienvenue changeme letmein iloveyou sunshine princess
football baseball basketball superman batman trustno dragon monkey shadow master michael jennifer jordan qwerty
qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm qazwsxedc qwerasdfzxcv abcdefghijkl abcdefgh abcdef
administrator admin hospital clinic facialis neurology medical doctor nurse patient health secret computer internet
summer winter spring autumn january february december monday friday starwars pokemon minecraft charlie
correcthorsebatterystaple correct-horse-battery-staple correct horse battery staple
`

const phrases = stems
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line.startsWith('correct horse'))

const words = stems.split(/\s+/).filter((word) => word.length > 2)

/** Every word, every word twice, every two words in a row of the pairs people make, and the phrases. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...words,
  ...words.map((word) => word + word),
  ...words.flatMap((word) => ['my', 'the', 'our', 'new'].map((first) => first + word)),
  ...words.flatMap((word) => ['password', 'admin', 'welcome'].flatMap((other) => [word + other, other + word])),
  ...phrases,
  'thisismypassword',
  'passwordpassword',
  'iloveyousomuch',
  'letmeinplease',
  'welcometohospital',
  'changemeplease',
  'correcthorsebatterystaple',
])
