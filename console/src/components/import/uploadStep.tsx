import type { ImportReport } from '@common/contract/imports';
import { Alert, Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { type Action, useAction } from '../../hooks/useAction';
import { Allowed } from '../allowed';
import { Icon } from '../icon';
import { fileProblem } from './fileProblem';
import type { ImportStepsProps } from './importSteps';

interface Props extends Pick<ImportStepsProps, 'columns' | 'check'> {
  download: Action<[]>;
  failure: string | null;
  forbidden: string | null;
  onFailure: (message: string | null) => void;
  onChecked: (fileName: string, report: ImportReport) => void;
}

/** The first two steps on one page: the template, and the place to drop the filled one. */
export function UploadStep({ columns, check, download, failure, forbidden, onFailure, onChecked }: Props) {
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const upload = useAction(
    async (file: File) => {
      onFailure(null);
      const problem = fileProblem(file);
      if (problem) {
        onFailure(problem);
        return;
      }
      setSending({ name: file.name, share: 0 });
      try {
        onChecked(file.name, await check(file, (share) => setSending({ name: file.name, share })));
      } finally {
        setSending(null);
      }
    },
    (error) => {
      onFailure(error.message);
      return true;
    },
  );

  return (
    <div className="import__upload">
      <div className="import__template">
        <h2>1. 下载模板，按列填写</h2>
        <p className="soft">第一行是列名，请不要改动；黄色的说明行可以保留。一行填一条，标 * 的必须填写。</p>
        <dl className="import__columns">
          {columns.map(({ title, isRequired, note }) => (
            <div key={title}>
              <dt>
                {title}
                {isRequired && <i title="必填">*</i>}
              </dt>
              <dd>{note ?? (isRequired ? '必填' : '可不填')}</dd>
            </div>
          ))}
        </dl>
        <Allowed reason={forbidden}>
          {(disabled) => (
            <Button loading={download.busy} disabled={disabled} onClick={() => download.run()}>
              下载模板
            </Button>
          )}
        </Allowed>
      </div>
      <div className="import__drop">
        <h2>2. 上传填好的文件</h2>
        {failure && <Alert type="error" showIcon title={failure} />}
        {sending ? (
          <Sending {...sending} />
        ) : (
          <Upload.Dragger
            accept=".xlsx"
            showUploadList={false}
            disabled={Boolean(forbidden)}
            beforeUpload={(file) => {
              void upload.run(file);
              return Upload.LIST_IGNORE;
            }}
          >
            <span className="import__mark">
              <Icon name="upload" size={28} />
            </span>
            <p className="import__say">{forbidden ? '暂时不能导入' : '把文件拖到这里，或点击选择文件'}</p>
            <p className="faint">
              {forbidden ?? 'Excel 文件（.xlsx），不超过10MB。上传后只作检查，不会立即写入。'}
            </p>
          </Upload.Dragger>
        )}
      </div>
    </div>
  );
}

function Sending({ name, share }: { name: string; share: number }) {
  return (
    <div className="import__sending" role="status">
      <b className="clip">{name}</b>
      <Progress percent={Math.floor(share * 100)} showInfo={share < 1} status="active" />
      <p className="soft">{share < 1 ? '正在上传…' : '上传完成，正在逐行检查…'}</p>
    </div>
  );
}
