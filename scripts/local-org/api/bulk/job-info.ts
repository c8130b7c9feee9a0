import type { IngestJob, QueryJob } from './job.ts';

function base(job: IngestJob | QueryJob): object {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: job.createdDate,
    systemModstamp: job.systemModstamp,
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.apiVersion),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    numberRecordsProcessed: job.numberRecordsProcessed,
    retries: 0,
  };
}

export function ingestJobInfo(job: IngestJob): object {
  return {
    ...base(job),
    ...(job.externalIdFieldName === undefined ? {} : { externalIdFieldName: job.externalIdFieldName }),
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
    jobType: 'V2Ingest',
    contentUrl: `services/data/v${job.apiVersion}/jobs/ingest/${job.id}/batches`,
    numberRecordsFailed: job.numberRecordsFailed,
    totalProcessingTime: job.totalProcessingTime,
    apiActiveProcessingTime: job.totalProcessingTime,
    apexProcessingTime: 0,
  };
}

export function queryJobInfo(job: QueryJob): object {
  return {
    ...base(job),
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
    jobType: 'V2Query',
    totalProcessingTime: 0,
    isPkChunkingSupported: false,
  };
}
