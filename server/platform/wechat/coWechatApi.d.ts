/** The part of co-wechat-api 3.11.0 that we use; the package has no types of its own. */
declare module 'co-wechat-api' {
  export interface RequestOptions {
    method?: string;
    data?: string;
    headers?: Record<string, string>;
    timeout?: number;
  }

  export default class CoWechatApi {
    /** `tokenFromCustom`: never fetch a token by itself, neither before a call nor after a 40001. */
    constructor(
      appId: string,
      secret: string,
      getToken?: () => Promise<unknown>,
      saveToken?: (token: unknown) => Promise<void>,
      tokenFromCustom?: boolean,
    );
    appid: string;
    appsecret: string;
    prefix: string;
    snsPrefix: string;
    wxaPrefix: string;
    setOpts(options: RequestOptions): void;
    request(url: string, options?: RequestOptions, retry?: number): Promise<unknown>;
    ensureAccessToken(): Promise<{ accessToken: string }>;
    code2Session(code: string): Promise<unknown>;
    getUser(options: { openid: string; lang: string }): Promise<unknown>;
    sendText(openid: string, text: string): Promise<unknown>;
    createMenu(menu: object): Promise<unknown>;
    sendSubscribeMessage(
      openid: string,
      templateId: string,
      page: string | undefined,
      data: object,
    ): Promise<unknown>;
  }
}
