import { contract } from '@common/contract';
import type { Area, Endpoint } from '@common/contract/endpoint';
import { ERRORS } from '@common/contract/errors';
import { PERMISSIONS } from '@common/terms';
import { z } from 'zod';

type Schema = { type?: string; properties?: Record<string, Schema>; required?: string[] } & Record<
  string,
  unknown
>;

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema & {
    $schema?: string;
  };
  return schema;
};

/** The OpenAPI 3.1 document, derived from the contract alone. */
export function openApiDocument(serverUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [areaName, area] of Object.entries(contract as Record<string, Area>)) {
    for (const [name, endpoint] of Object.entries(area)) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(areaName, name, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '继教通 API',
      version: '1',
      description: '金额单位为分，学分单位为百分之一学分，学时单位为分钟；时间为 UTC。',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Error: {
          type: 'object',
          required: ['code', 'message', 'requestId'],
          properties: {
            code: { type: 'string', enum: Object.keys(ERRORS) },
            message: { type: 'string' },
            field: { type: 'string' },
            requestId: { type: 'string' },
            retryAfter: { type: 'integer' },
          },
        },
      },
    },
  };
}

/** An input of several kinds (`anyOf`) as one object: the fields of all, required where every kind requires them. */
function flattened(schema: Schema): Schema {
  const kinds = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (!kinds) {
    return schema;
  }
  const isRequired = (field: string) => kinds.every((kind) => kind.required?.includes(field));
  const properties = Object.assign({}, ...kinds.map((kind) => kind.properties));
  return { type: 'object', properties, required: Object.keys(properties).filter(isRequired) };
}

const contentType = ({ stream, download }: Endpoint) =>
  stream ? 'text/event-stream' : download ? 'application/octet-stream' : 'application/json';

function operation(areaName: string, name: string, endpoint: Endpoint): object {
  const input = flattened(schemaOf(endpoint.input, 'input'));
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  const fields = Object.entries(input.properties ?? {});
  const parameters = fields
    .filter(([field]) => inPath.has(field) || !hasBody)
    .map(([field, schema]) => ({
      name: field,
      in: inPath.has(field) ? 'path' : 'query',
      required: inPath.has(field) || Boolean(input.required?.includes(field)),
      schema,
    }));
  const bodyFields = fields.filter(([field]) => hasBody && !inPath.has(field));
  const isOpen = endpoint.who.includes('anyone');
  return {
    operationId: `${areaName}.${name}`,
    tags: [areaName],
    summary: endpoint.summary,
    description: [
      `可调用者：${endpoint.who.join('、')}`,
      ...(endpoint.permission ? [`管理员须有“${PERMISSIONS[endpoint.permission]}”权限`] : []),
      ...(endpoint.limit ? [`限${endpoint.limit.points}次/${endpoint.limit.seconds}秒`] : []),
    ].join('；'),
    security: isOpen ? [] : [{ session: [] }],
    parameters,
    ...((bodyFields.length > 0 || endpoint.upload) && {
      requestBody: {
        required: true,
        content: {
          [endpoint.upload ? 'multipart/form-data' : 'application/json']: {
            schema: {
              type: 'object',
              properties: {
                ...Object.fromEntries(bodyFields),
                ...(endpoint.upload && { file: { type: 'string', format: 'binary' } }),
              },
              required: [
                ...(input.required ?? []).filter((field) => !inPath.has(field)),
                ...(endpoint.upload ? ['file'] : []),
              ],
            },
          },
        },
      },
    }),
    responses: {
      200: {
        description: '成功',
        content: {
          [contentType(endpoint)]: {
            schema: endpoint.download
              ? { type: 'string', format: 'binary' }
              : schemaOf(endpoint.output, 'output'),
          },
        },
      },
      default: {
        description: [
          '出错',
          ...(endpoint.errors ?? []).map((code) => `${code}（${ERRORS[code][0]}）：${ERRORS[code][1]}`),
        ].join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}
