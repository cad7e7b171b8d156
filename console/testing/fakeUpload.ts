/** Uploads as the console sent them, answered by the test when it likes. */
export class FakeUpload {
  static sent: FakeUpload[] = [];
  /** Takes the browser's place; returns the uploads, in order. */
  static install(): FakeUpload[] {
    FakeUpload.sent = [];
    globalThis.XMLHttpRequest = FakeUpload as unknown as typeof XMLHttpRequest;
    return FakeUpload.sent;
  }

  method = '';
  path = '';
  headers: Record<string, string> = {};
  form = new FormData();
  status = 0;
  responseText = '';
  upload: { onprogress?: (event: object) => void } = {};
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  onabort: () => void = () => undefined;

  open(method: string, path: string): void {
    this.method = method;
    this.path = path;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(form: FormData): void {
    this.form = form;
    FakeUpload.sent.push(this);
  }

  /** So many of so many bytes are sent. */
  progress(loaded: number, total: number): void {
    this.upload.onprogress?.({ lengthComputable: true, loaded, total });
  }
  answer(status: number, body: object): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload();
  }
  cut(): void {
    this.onerror();
  }
  /** The page cuts it off itself. */
  abort(): void {
    this.onabort();
  }
}
