/** What the build puts in, for the tests: the contract's table and the API's origin. */
import { endpointTable } from '@common/contract/table';

Object.assign(globalThis, { __ENDPOINTS__: endpointTable(), __API_BASE__: 'https://api.test' });
process.env.TARO_ENV = 'weapp';
