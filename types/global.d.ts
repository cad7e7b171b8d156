/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.svg';
declare module '*.scss';

/** Put in by config/index.ts: the API's origin, '' where it is the page's own. */
declare const __API_BASE__: string;
/** Put in by config/index.ts: every endpoint's method and path, out of the contract. */
declare const __ENDPOINTS__: import('../common/contract/table').EndpointTable;

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production' | 'test';
    TARO_ENV: 'weapp' | 'h5';
  }
}
