/** What a printed paper's QR opens: any scanner gets to its verification. */
export const verifyUrl = (publicUrl: string, code: string) => `${publicUrl}/verify/${code}`;

/** 证书查询, as it is printed for people to type. */
export const searchUrl = (publicUrl: string) => `${publicUrl}/certificates`;
