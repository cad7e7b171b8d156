import { Button } from 'antd';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';

/** 批量下载证书 of a reviewed batch, as a ZIP. */
export function CertificatesZipButton({ creditingId }: { creditingId: string }) {
  const download = useAction(async () => {
    await (await client.certificates.creditingCertificates({ creditingId })).save();
  });
  return (
    <Button loading={download.busy} onClick={download.run}>
      {download.busy ? '正在生成证书…' : '批量下载证书'}
    </Button>
  );
}
