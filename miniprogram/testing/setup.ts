/** What the build puts in, for the tests: the contract's table and the API's origin. */
import { miniProgramTable } from '@common/contract/table';

Object.assign(globalThis, { __ENDPOINTS__: miniProgramTable(), __API_BASE__: 'https://api.test' });
process.env.TARO_ENV = 'weapp';
