import { passage } from '@facialis/language'
import { read, readOn } from './source.ts'

/** For whom decompression is, and what is prepared before it. */

export const K101 = passage(
  'K101',
  read('sekula-2013', 'Sekula et al. Decompression over 65. Muscle Nerve 48:770', '2013', 'Muscle Nerve 2013;48:770-6'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'Over 65 years relief was similar to that of younger people.',
  },
)
export const K102 = passage(
  'K102',
  read('zhao-2022', 'Zhao et al. Over and under 70. J Neurol Surg A 83:118', '2022', 'doi:10.1055/s-0040-1721018'),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'From 70 years on neither relief nor hearing risk differed from younger people.',
  },
)
export const K103 = passage(
  'K103',
  read(
    'samsung-60',
    'Safety of decompression from 60 years on, Samsung. Eur Neurol 70:165',
    '2013',
    'Eur Neurol 70:165',
  ),
  {
    locator: 'abstract, results',
    strength: 'moderate',
    says: 'From 60 years on hearing problems and complications together were more frequent.',
  },
)
export const K115 = passage(
  'K115',
  read('kiraspecialist', 'Pre-operative precautions for decompression (clinic page)', readOn, 'kiraspecialist.com'),
  {
    locator: 'precautions',
    strength: 'weak',
    says: 'Anticoagulants and antiplatelets need a plan before decompression; one clinic’s number of days is not taken over.',
  },
)
export const K116 = passage(
  'K116',
  read(
    'baldauf-2019',
    'Baldauf et al. Nerve compression syndromes. Dtsch Arztebl Int 116:54',
    '2019',
    'doi:10.3238/arztebl.2019.0054',
  ),
  {
    locator: 'review text',
    strength: 'moderate',
    says: 'Toxin comes first, and decompression after its failure or intolerance.',
  },
)
