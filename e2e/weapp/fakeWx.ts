import type { FakeApi } from './fakeApi';

/** What WeChat's functions are given: callbacks and whatever else. */
export interface WxOptions {
  success?(result: object): void;
  fail?(error: object): void;
  complete?(result: object): void;
  [name: string]: unknown;
}
type WxFunction = (options?: WxOptions) => unknown;
export interface WxCall {
  api: string;
  options: WxOptions;
}

/** The moves between pages that the phone makes. */
export interface Pages {
  go(how: 'switchTab' | 'navigateTo' | 'redirectTo' | 'reLaunch', url: string): void;
  back(): void;
}

/** How the mini-program was opened. */
export interface Launch {
  path: string;
  query: Record<string, string>;
  scene: number;
}

const SYSTEM = {
  windowWidth: 375,
  windowHeight: 667,
  pixelRatio: 2,
  platform: 'devtools',
  SDKVersion: '3.8.0',
  language: 'zh_CN',
};

/**
 * As much of `wx` as the mini-program calls. Every call is kept in `calls`.
 * @param overrides Answers of single functions: the result, or an Error for a failure with its message as errMsg.
 */
export function fakeWx(
  api: FakeApi,
  pages: Pages,
  storage: Map<string, unknown>,
  launch: Launch,
  overrides: Record<string, (options: WxOptions) => object | Error>,
): { wx: Record<string, unknown>; calls: WxCall[] } {
  const calls: WxCall[] = [];
  const finish = (name: string, options: WxOptions, result: object | Error): void => {
    setTimeout(() => {
      if (result instanceof Error) {
        const failure = { errMsg: `${name}:fail ${result.message}` };
        options.fail?.(failure);
        options.complete?.(failure);
        return;
      }
      const answer = { errMsg: `${name}:ok`, ...result };
      options.success?.(answer);
      options.complete?.(answer);
    });
  };
  const asked = (name: string, answer: (options: WxOptions) => object | Error): [string, WxFunction] => [
    name,
    (options = {}) => {
      calls.push({ api: name, options });
      finish(name, options, (overrides[name] ?? answer)(options));
    },
  ];
  const moves = (['switchTab', 'navigateTo', 'redirectTo', 'reLaunch'] as const).map((how) =>
    asked(how, (options) => {
      pages.go(how, String(options.url));
      return {};
    }),
  );
  const plain = [
    'showToast',
    'showLoading',
    'hideLoading',
    'stopPullDownRefresh',
    'setNavigationBarColor',
    'setNavigationBarTitle',
    'pageScrollTo',
    'vibrateLong',
    'vibrateShort',
  ];
  const wx = {
    getSystemInfoSync: () => SYSTEM,
    getWindowInfo: () => SYSTEM,
    getDeviceInfo: () => ({ platform: 'devtools' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0', language: 'zh_CN' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      writeFileSync: (filePath: string, data: ArrayBuffer) =>
        void calls.push({ api: 'writeFileSync', options: { filePath, data } }),
    }),
    nextTick: (next: () => void) => setTimeout(next),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    ...Object.fromEntries([
      ...moves,
      ...plain.map((name) => asked(name, () => ({}))),
      asked('navigateBack', () => {
        pages.back();
        return {};
      }),
      asked('showModal', ({ confirmText = '', cancelText = '' }) =>
        // WeChat refuses longer ones, and nobody is asked.
        [confirmText, cancelText].some((text) => String(text).length > 4)
          ? new Error('showModal:fail confirmText length should not larger than 4 Chinese characters')
          : { confirm: true, cancel: false },
      ),
      asked('login', () => ({ code: 'wx-login-code' })),
      asked('chooseMedia', () => ({ tempFiles: [{ tempFilePath: 'wxfile://tmp/1.jpg', size: 90_000 }] })),
      uploading(api, asked),
      asked('downloadFile', () => ({ statusCode: 200, tempFilePath: 'wxfile://tmp/1.xlsx' })),
      asked('openDocument', () => ({})),
      asked('getLocation', () => ({ longitude: 113.01, latitude: 25.8, accuracy: 40 })),
      asked('getSetting', () => ({ authSetting: {} })),
      asked('openSetting', () => ({})),
      asked('openLocation', () => ({})),
      asked('addPhoneCalendar', () => ({})),
      asked('scanCode', () => ({ result: '', scanType: 'QR_CODE' })),
      asked('request', (options) => {
        const {
          url,
          method = 'GET',
          data,
          header,
        } = options as unknown as {
          url: string;
          method?: string;
          data: unknown;
          header: Record<string, string>;
        };
        if (api.isOffline) {
          return new Error('timeout');
        }
        const { status, body } = api.answer(method, url, data, header.Authorization?.slice('Bearer '.length));
        return { statusCode: status, data: JSON.parse(JSON.stringify(body)), header: {} };
      }),
    ]),
    onNetworkStatusChange: (listener: WxFunction) =>
      void calls.push({ api: 'onNetworkStatusChange', options: { listener } }),
    createSelectorQuery: () => {
      const query = {
        in: () => query,
        select: () => query,
        boundingClientRect: () => query,
        exec: (done?: (r: object[]) => void) => done?.([{}]),
      };
      return query;
    },
  };
  return { wx, calls };
}

type Asked = (name: string, answer: (options: WxOptions) => object | Error) => [string, WxFunction];

/** `wx.uploadFile`: it hands back a task that tells its progress, and the answer comes as text. */
function uploading(api: FakeApi, asked: Asked): [string, WxFunction] {
  const [name, send] = asked('uploadFile', (options) => {
    const { url, header, filePath } = options as unknown as {
      url: string;
      header: Record<string, string>;
      filePath: string;
    };
    const token = header.Authorization?.slice('Bearer '.length);
    const { status, body } = api.answer('POST', url, { file: filePath }, token);
    return { statusCode: status, data: JSON.stringify(body) };
  });
  return [
    name,
    (options) => {
      send(options);
      return { onProgressUpdate: (listener: (update: object) => void) => listener({ progress: 50 }) };
    },
  ];
}
