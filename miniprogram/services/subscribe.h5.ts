/** A browser has no 订阅消息: the official account tells. */
export async function prepareSubscribe(): Promise<void> {}

export async function askSubscribe(): Promise<void> {}
