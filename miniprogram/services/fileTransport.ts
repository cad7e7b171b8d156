import type { WireAnswer, WireRequest } from '@common/contract/client';
import type { FileAnswer } from '@common/contract/shapes';
import Taro from '@tarojs/taro';
import { type PickedFile, parseBody } from './pickedFile';

/** A photo over a village's network. */
const TIMEOUT_MS = 120_000;
/** What WeChat opens as a document, and what as a picture. */
const DOCUMENTS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx'] as const;
const PICTURES = ['jpg', 'jpeg', 'png', 'gif', 'webp'];
type Headers = Record<string, string>;

/** WeChat's upload: multipart/form-data of the picked file and the other fields as text. `path` is a whole address. */
export async function upload({ path, body, file }: WireRequest, header: Headers): Promise<WireAnswer> {
  const picked = file as PickedFile;
  const task = Taro.uploadFile({
    url: path,
    filePath: picked.path,
    name: 'file',
    formData: textFields(body),
    header,
    timeout: TIMEOUT_MS,
  });
  task.progress(({ progress }) => picked.onProgress?.(progress));
  const { statusCode, data } = await task;
  return { status: statusCode, body: parseBody(data) };
}

/** WeChat's download: the answer's body is a `FileAnswer` whose `save` opens the document, with WeChat's menu to keep it. */
export async function download({ path }: WireRequest, header: Headers): Promise<WireAnswer> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: path, header, timeout: TIMEOUT_MS });
  const isGood = statusCode >= 200 && statusCode < 300;
  return { status: statusCode, body: isGood ? documentAt(tempFilePath, path) : readRefusal(tempFilePath) };
}

function textFields(body: object | undefined): Record<string, string> {
  const given = Object.entries(body ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

/** @param path The address that it came from: WeChat's temporary names do not always say what a file is, our addresses do. */
function documentAt(filePath: string, path: string): FileAnswer {
  return {
    name: filePath.split('/').pop() ?? '文件',
    async save(knownAs = path) {
      const [, extension = ''] = /\.(\w+)(?:\?|$)/.exec(knownAs.toLowerCase()) ?? [];
      if (PICTURES.includes(extension)) {
        await Taro.previewImage({ urls: [filePath] });
        return;
      }
      // What has no extension is a list of ours.
      const fileType = DOCUMENTS.find((type) => type === extension) ?? 'xlsx';
      await Taro.openDocument({ filePath, fileType, showMenu: true });
    },
  };
}

/** What the server said instead of a file: WeChat has put it into a file all the same. */
function readRefusal(filePath: string | undefined): unknown {
  try {
    return parseBody(String(Taro.getFileSystemManager().readFileSync(filePath ?? '', 'utf8')));
  } catch {
    return null;
  }
}
