/** How the embedded database is tuned for the machine that it runs on. */
import { totalmem } from 'node:os'
import type { Place } from './place.ts'

const megabyte = 1024 * 1024

/** Command line of the server; `durable: false` trades safety for speed (tests only). */
export function serverArguments(place: Place, durable: boolean): string[] {
  const settings = {
    ...commonSettings(place),
    ...(durable ? durableSettings() : fleetingSettings()),
  }
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', place.cluster, ...pairs]
}

function commonSettings(place: Place): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: place.socket,
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    wal_level: 'replica',
    // Packing whole pages of the log costs as much time as all the rest of a write.
    wal_compression: 'off',
    random_page_cost: '1.1',
    max_wal_size: '4GB',
    // A table that fills up from nothing has no statistics: every index of its company looks alike.
    autovacuum_naptime: '10s',
    log_line_prefix: '%m [%p] ',
  }
}

function durableSettings(): Record<string, string> {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / megabyte
  return {
    max_connections: '60',
    // A quarter of the memory, as PostgreSQL advises; what is not needed is not taken.
    shared_buffers: `${Math.floor(Math.min(Math.max(memory / 4, 64), 8192))}MB`,
    effective_cache_size: `${Math.floor(Math.max(memory / 2, 128))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    synchronous_commit: 'on',
    fsync: 'on',
    checkpoint_timeout: '15min',
    // After a kill: one flush of the disk instead of one for each file.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    // One file per day of the week, each overwritten after a week.
    logging_collector: 'on',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_size: '0',
  }
}

function fleetingSettings(): Record<string, string> {
  return {
    max_connections: '200',
    shared_buffers: '128MB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    logging_collector: 'off',
  }
}
