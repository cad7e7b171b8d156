import type { CertificateRow } from '@common/contract/certificates';
import { formatCredits } from '@common/rules/credits';
import { formatVerificationCode } from '@common/rules/verificationCode';
import { CREDIT_CLASSES, CREDIT_ROLES } from '@common/terms';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ListRow } from '@/components/list-row/listRow';
import { Notice } from '@/components/notice/notice';
import { open } from '@/services/navigate';
import { openCertificate } from '../services/papers';

interface CertificatesCardProps {
  year: number;
  certificates: readonly CertificateRow[];
  /** Credits of the year that wait for their review, hundredths. */
  pending: number;
}

/** The certificates of a year; a tap opens one. */
export function CertificatesCard({ year, certificates, pending }: CertificatesCardProps) {
  return (
    <Card title="电子学分证书" className="papers__list" id="certificates">
      {certificates.map((certificate) => (
        <ListRow
          key={certificate.creditId}
          id={`certificate-${certificate.creditId}`}
          icon="certificate"
          title={certificate.activityName}
          detail={detailOf(certificate)}
          onPress={() => openCertificate(certificate.creditId)}
        />
      ))}
      {certificates.length === 0 && pending === 0 ? (
        <Empty
          isCompact
          icon="certificate"
          title={`${year}年还没有证书`}
          detail="学分审核通过后生成电子学分证书，可在这里查看和下载"
        >
          <Button kind="secondary" size="small" onPress={() => open('credits')}>
            查看我的学分
          </Button>
        </Empty>
      ) : null}
      {pending > 0 ? (
        <View className={certificates.length > 0 ? 'gap-m' : ''}>
          <Notice tone="waiting" id="certificates-pending">
            还有 {formatCredits(pending)} 学分待审核，审核通过后生成证书
          </Notice>
        </View>
      ) : null}
    </Card>
  );
}

function detailOf({ projectNumber, activityDate, creditClass, credits, role, code }: CertificateRow): string {
  const lecturer = role === 'lecturer' ? ` · ${CREDIT_ROLES.lecturer}` : '';
  const words = `${CREDIT_CLASSES[creditClass]} ${formatCredits(credits)}分${lecturer}`;
  const proof = code ? ` · 验证码 ${formatVerificationCode(code)}` : '';
  return `${words} · ${activityDate} · ${projectNumber}${proof}`;
}
