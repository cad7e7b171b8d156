import { Button, Image, Upload as Picker } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { Upload } from '../../api/upload';
import { useAction } from '../../hooks/useAction';
import { Icon } from '../icon';

interface Props {
  url: string | null;
  /** What the server says against the picture. */
  message: string | null;
  onChange: (picture: { pictureId: string | null; pictureUrl: string | null }) => void;
  /** Hears whether one is on its way. */
  onBusy: (isBusy: boolean) => void;
}

const MAX_BYTES = 3 * 1024 * 1024;
const WORDS = '请选择3MB以内的PNG或JPEG图片';

/** A picture in the stem: an ECG, an X-ray. */
export function PictureField({ url, message, onChange, onBusy }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const upload = useAction(
    async (file: File) => {
      setProblem(null);
      if (!/^image\/(png|jpeg)$/.test(file.type) || file.size > MAX_BYTES || file.size === 0) {
        setProblem(WORDS);
        return;
      }
      onBusy(true);
      try {
        const picture = await client.papers.uploadPicture({ file: new Upload(file) });
        onChange({ pictureId: picture.pictureId, pictureUrl: picture.url });
      } finally {
        onBusy(false);
      }
    },
    (error) => {
      setProblem(error.message);
      return true;
    },
  );
  const shown = problem ?? message;
  return (
    <div className="question-picture">
      {url && <Image src={url} alt="题干图片" className="question-picture__shown" />}
      <div className="question-picture__actions">
        <Picker
          accept="image/png,image/jpeg"
          showUploadList={false}
          beforeUpload={(file) => {
            void upload.run(file);
            return Picker.LIST_IGNORE;
          }}
        >
          <Button loading={upload.busy} icon={<Icon name="upload" size={16} />}>
            {url ? '更换图片' : '上传图片'}
          </Button>
        </Picker>
        {url && (
          <Button
            type="link"
            danger
            disabled={upload.busy}
            onClick={() => onChange({ pictureId: null, pictureUrl: null })}
          >
            移除图片
          </Button>
        )}
      </div>
      {shown ? (
        <p className="question-fault" role="alert">
          {shown}
        </p>
      ) : (
        <p className="field-note">PNG、JPEG，最大3MB；可不传</p>
      )}
    </div>
  );
}
