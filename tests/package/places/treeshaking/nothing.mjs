// Imports the package for nothing.

import 'dixa-conversations';

console.log('nothing');
