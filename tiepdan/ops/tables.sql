-- steps: cff6e6f5d80259f2732744e7e4dd365cd702716332fdba4630cc1d9f476270c3
ALTER DEFAULT PRIVILEGES FOR ROLE tiepdan_owner REVOKE ALL ON TABLES FROM tiepdan_app;
ALTER DEFAULT PRIVILEGES FOR ROLE tiepdan_owner REVOKE ALL ON SEQUENCES FROM tiepdan_app, tiepdan_reader;
--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: public; Type: SCHEMA; Schema: -; Owner: tiepdan_owner
--

-- *not* creating schema, since initdb creates it


ALTER SCHEMA public OWNER TO tiepdan_owner;

--
-- Name: tiepdan; Type: SCHEMA; Schema: -; Owner: tiepdan_owner
--



ALTER SCHEMA tiepdan OWNER TO tiepdan_owner;

--
-- Name: procrastinate_job_event_type; Type: TYPE; Schema: public; Owner: tiepdan_owner
--

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);


ALTER TYPE public.procrastinate_job_event_type OWNER TO tiepdan_owner;

--
-- Name: procrastinate_job_status; Type: TYPE; Schema: public; Owner: tiepdan_owner
--

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);


ALTER TYPE public.procrastinate_job_status OWNER TO tiepdan_owner;

--
-- Name: procrastinate_job_to_defer_v1; Type: TYPE; Schema: public; Owner: tiepdan_owner
--

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);


ALTER TYPE public.procrastinate_job_to_defer_v1 OWNER TO tiepdan_owner;

--
-- Name: procrastinate_cancel_job_v1(bigint, boolean, boolean); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;


ALTER FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_defer_jobs_v1(public.procrastinate_job_to_defer_v1[]); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;


ALTER FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_defer_periodic_job_v2(character varying, character varying, character varying, character varying, integer, character varying, bigint, jsonb); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;


ALTER FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) OWNER TO tiepdan_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: procrastinate_jobs; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);


ALTER TABLE public.procrastinate_jobs OWNER TO tiepdan_owner;

--
-- Name: procrastinate_fetch_job_v2(character varying[], bigint); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;


ALTER FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_finish_job_v1(bigint, public.procrastinate_job_status, boolean); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;


ALTER FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_notify_queue_abort_job_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_notify_queue_abort_job_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_notify_queue_job_inserted_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_notify_queue_job_inserted_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_prune_stalled_workers_v1(double precision); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;


ALTER FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_register_worker_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;


ALTER FUNCTION public.procrastinate_register_worker_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_retry_job_v1(bigint, timestamp with time zone, integer, character varying, character varying); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;


ALTER FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_retry_job_v2(bigint, timestamp with time zone, integer, character varying, character varying); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;


ALTER FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_trigger_abort_requested_events_procedure_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_trigger_function_scheduled_events_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_trigger_function_status_events_insert_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_trigger_function_status_events_update_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;


ALTER FUNCTION public.procrastinate_trigger_function_status_events_update_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_unlink_periodic_defers_v1(); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;


ALTER FUNCTION public.procrastinate_unlink_periodic_defers_v1() OWNER TO tiepdan_owner;

--
-- Name: procrastinate_unregister_worker_v1(bigint); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;


ALTER FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) OWNER TO tiepdan_owner;

--
-- Name: procrastinate_update_heartbeat_v1(bigint); Type: FUNCTION; Schema: public; Owner: tiepdan_owner
--

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;


ALTER FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) OWNER TO tiepdan_owner;

--
-- Name: answers_here(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.answers_here(p_under bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM situation_expected e WHERE e.series_id = p_under
    AND e.series_path = current_setting('tiepdan.path', true));
$$;


ALTER FUNCTION tiepdan.answers_here(p_under bigint) OWNER TO tiepdan_reader;

--
-- Name: audit_chain(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.audit_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE head audit_head;
BEGIN
  NEW.lane := pg_backend_pid() % 64;
  SELECT * INTO head FROM audit_head WHERE lane = NEW.lane FOR UPDATE;
  NEW.recorded_at := clock_timestamp();
  NEW.xact := pg_current_xact_id()::text::bigint;
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := sha256(head.hash || convert_to(concat_ws(chr(31), NEW.seq, extract(epoch FROM NEW.at)::numeric(20, 6),
    extract(epoch FROM NEW.recorded_at)::numeric(20, 6), NEW.act, NEW.actor_id, NEW.actor_name, NEW.actor_role,
    NEW.actor_unit, NEW.agency_path, coalesce(NEW.matter_id, 0), NEW.subject, NEW.before, NEW.after, NEW.reason,
    NEW.rule, NEW.xact), 'UTF8'));
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE lane = NEW.lane;
  RETURN NEW;
END $$;


ALTER FUNCTION tiepdan.audit_chain() OWNER TO tiepdan_reader;

--
-- Name: audit_stays(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.audit_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'the audit record is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION tiepdan.audit_stays() OWNER TO tiepdan_owner;

--
-- Name: board(text, text, date, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date) RETURNS TABLE(agency_id bigint, open bigint, soon bigint, late bigint, large bigint, oldest_due date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  acting text := coalesce(current_setting('tiepdan.role', true), '');
  top text := CASE acting WHEN 'oversight' THEN current_setting('tiepdan.lo', true)
                          ELSE current_setting('tiepdan.path', true) END;
BEGIN
  IF acting NOT IN ('head', 'deputy', 'oversight') OR coalesce(top, '') = ''
     OR NOT starts_with(p_lo, top) OR p_hi COLLATE "C" > (left(top, -1) || '0') COLLATE "C" THEN
    RAISE EXCEPTION 'counts are for those above the agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT p.agency_id, count(*), count(*) FILTER (WHERE p.due_on BETWEEN p_on AND p_soon),
           count(*) FILTER (WHERE p.due_on < p_on), count(*) FILTER (WHERE p.people >= 5),
           min(p.due_on) FILTER (WHERE p.due_on < p_on)
      FROM matters_participation p
     WHERE p.agency_path >= p_lo AND p.agency_path < p_hi AND p.closed_on IS NULL
       AND p.capacity NOT IN ('passed_on', 'urging')
       AND NOT (p.sealed AND tiepdan.is_excluded(p.matter_id))
     GROUP BY p.agency_id;
END $$;


ALTER FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date) OWNER TO tiepdan_reader;

--
-- Name: board(text, text, date, date, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date, p_large integer) RETURNS TABLE(agency_id bigint, open bigint, soon bigint, late bigint, large bigint, oldest_due date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  acting text := coalesce(current_setting('tiepdan.role', true), '');
  top text := CASE acting WHEN 'oversight' THEN current_setting('tiepdan.lo', true)
                          ELSE current_setting('tiepdan.path', true) END;
BEGIN
  IF acting NOT IN ('head', 'deputy', 'oversight') OR coalesce(top, '') = ''
     OR NOT starts_with(p_lo, top) OR p_hi COLLATE "C" > (left(top, -1) || '0') COLLATE "C" THEN
    RAISE EXCEPTION 'counts are for those above the agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT p.agency_id, count(*), count(*) FILTER (WHERE p.due_on BETWEEN p_on AND p_soon),
           count(*) FILTER (WHERE p.due_on < p_on), count(*) FILTER (WHERE p.people >= p_large),
           min(p.due_on) FILTER (WHERE p.due_on < p_on)
      FROM matters_participation p
     WHERE p.agency_path >= p_lo AND p.agency_path < p_hi AND p.closed_on IS NULL
       AND p.capacity NOT IN ('passed_on', 'urging')
       AND NOT (p.sealed AND p.matter_id IN (SELECT e.matter_id FROM matters_exclusion e
    WHERE e.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint
       OR (e.agency_path <> '' AND starts_with(coalesce(current_setting('tiepdan.path', true), ''), e.agency_path))))
     GROUP BY p.agency_id;
END $$;


ALTER FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date, p_large integer) OWNER TO tiepdan_reader;

--
-- Name: board_of_handlers(date, date, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.board_of_handlers(p_on date, p_soon date, p_large integer) RETURNS TABLE(handler_id bigint, open bigint, soon bigint, late bigint, large bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  office text := current_setting('tiepdan.path', true);
BEGIN
  IF coalesce(current_setting('tiepdan.role', true), '') NOT IN ('head', 'deputy') OR coalesce(office, '') = '' THEN
    RAISE EXCEPTION 'counts are for those who lead the office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT p.handler_id, count(*), count(*) FILTER (WHERE p.due_on BETWEEN p_on AND p_soon),
           count(*) FILTER (WHERE p.due_on < p_on), count(*) FILTER (WHERE p.people >= p_large)
      FROM matters_participation p
     WHERE p.agency_path = office AND p.closed_on IS NULL AND p.capacity NOT IN ('passed_on', 'urging')
       AND NOT (p.sealed AND p.matter_id IN (SELECT e.matter_id FROM matters_exclusion e
    WHERE e.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint
       OR (e.agency_path <> '' AND starts_with(coalesce(current_setting('tiepdan.path', true), ''), e.agency_path))))
     GROUP BY p.handler_id;
END $$;


ALTER FUNCTION tiepdan.board_of_handlers(p_on date, p_soon date, p_large integer) OWNER TO tiepdan_reader;

--
-- Name: book_slot(bigint, text, date, time without time zone, integer, text, bytea, timestamp with time zone); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.book_slot(p_agency bigint, p_session text, p_on date, p_slot time without time zone, p_people integer, p_code text, p_pin bytea, p_at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  v_session bigint;
  v_path text;
  v_id bigint;
BEGIN
  IF current_setting('tiepdan.sight', true) IS DISTINCT FROM 'portal' THEN RETURN 0; END IF;
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF p_session <> '' THEN
    SELECT id INTO v_session FROM agenda_receptionsession
     WHERE code = p_session AND agency_id = p_agency AND status = 'announced' AND "on" = p_on;
    IF NOT FOUND THEN RETURN 0; END IF;
  END IF;
  INSERT INTO agenda_appointment (code, pin_hash, agency_id, agency_path, session_id, "on", slot_at, people, via, status,
                                  created_at)
  VALUES (p_code, p_pin, p_agency, v_path, v_session, p_on, p_slot, p_people, 'portal', 'booked', p_at)
  ON CONFLICT DO NOTHING RETURNING id INTO v_id;
  RETURN coalesce(v_id, 0);
END $$;


ALTER FUNCTION tiepdan.book_slot(p_agency bigint, p_session text, p_on date, p_slot time without time zone, p_people integer, p_code text, p_pin bytea, p_at timestamp with time zone) OWNER TO tiepdan_reader;

--
-- Name: cancel_slot(text, bytea); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.cancel_slot(p_code text, p_pin bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF current_setting('tiepdan.sight', true) IS DISTINCT FROM 'portal' THEN RETURN false; END IF;
  UPDATE agenda_appointment SET status = 'cancelled' WHERE code = p_code AND pin_hash = p_pin AND status = 'booked';
  RETURN FOUND;
END $$;


ALTER FUNCTION tiepdan.cancel_slot(p_code text, p_pin bytea) OWNER TO tiepdan_reader;

--
-- Name: chain_of(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.chain_of(p_submission bigint) RETURNS TABLE(transfer_id bigint, act text, own boolean, from_id bigint, from_name text, to_id bigint, to_name text, done_on date, letter text, letter_on date, taken_on date, replied_on date, reply text, counts boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE v_matter bigint;
BEGIN
  SELECT s.matter_id INTO v_matter FROM submissions_submission s WHERE s.id = p_submission;
  IF v_matter IS NULL OR NOT tiepdan.reads(v_matter) THEN RETURN; END IF;
  RETURN QUERY
  WITH RECURSIVE family(id, step) AS (
    SELECT tiepdan.root_matter(v_matter), 0
    UNION ALL SELECT m.id, step + 1 FROM family f JOIN matters_matter m ON m.same_as_id = f.id WHERE step < 20
  )
  SELECT t.id, t.act::text, t.matter_id = v_matter, t.from_agency_id, a.name::text, t.to_agency_id,
         coalesce(b.name, t.to_text)::text, t.done_on,
         CASE WHEN p.number IS NOT NULL THEN concat_ws('/', p.number, nullif(p.symbol, '')) ELSE '' END, p.dated_on,
         t.taken_on, t.replied_on, CASE WHEN tiepdan.reads(t.matter_id) THEN t.reply ELSE '' END, t.once_key IS NOT NULL
    FROM family f
    JOIN matters_matter m ON m.id = f.id
    JOIN routing_transfer t ON t.matter_id = f.id
    JOIN agencies_agency a ON a.id = t.from_agency_id
    LEFT JOIN agencies_agency b ON b.id = t.to_agency_id
    LEFT JOIN documents_paper p ON p.id = t.paper_id
   WHERE m.id = v_matter OR NOT m.sealed OR tiepdan.reads(m.id)
   ORDER BY t.done_on, t.id;
END $$;


ALTER FUNCTION tiepdan.chain_of(p_submission bigint) OWNER TO tiepdan_reader;

--
-- Name: clock_across(bigint, bigint, text, date, date, date, date, jsonb); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.clock_across(p_case bigint, p_agency bigint, p_rule text, p_version date, p_starts date, p_due date, p_rolled date, p_explanation jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v_matter bigint;
BEGIN
  SELECT matter_id INTO v_matter FROM cases_case WHERE id = p_case AND p_agency IN (agency_id, superior_id);
  IF v_matter IS NULL OR NOT tiepdan.writes(v_matter) THEN
    RAISE EXCEPTION 'not an agency of this case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_clock (matter_id, agency_id, agency_path, rule_id, rule_version, starts_on, due_on, rolled_due_on,
      explanation, status)
    SELECT v_matter, id, path, p_rule, p_version, p_starts, p_due, p_rolled, p_explanation, 'open'
      FROM agencies_agency WHERE id = p_agency;
  UPDATE matters_participation SET due_on = least(due_on, p_rolled) WHERE matter_id = v_matter AND agency_id = p_agency;
END $$;


ALTER FUNCTION tiepdan.clock_across(p_case bigint, p_agency bigint, p_rule text, p_version date, p_starts date, p_due date, p_rolled date, p_explanation jsonb) OWNER TO tiepdan_reader;

--
-- Name: close_office(bigint, timestamp with time zone, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.close_office(p_handover bigint, p_at timestamp with time zone, p_on date) RETURNS TABLE(subject text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  h record;
  heir record;
  why text;
  cut date;
  own text := coalesce(current_setting('tiepdan.path', true), '');
BEGIN
  SELECT * INTO h FROM matters_handover WHERE id = p_handover FOR UPDATE;
  IF NOT FOUND OR h.state <> 'done' OR h.done_at <> p_at OR own = '' OR NOT starts_with(h.agency_path, own)
     OR coalesce(current_setting('tiepdan.role', true), '') NOT IN ('head', 'system') THEN
    RAISE EXCEPTION 'not a handover being done' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT a.id, a.path, a.name INTO heir FROM matters_handoverpart p JOIN agencies_agency a ON a.id = p.successor_id
   WHERE p.handover_id = h.id AND p.main;
  cut := greatest(h.effect_on, p_on);
  why := left('Cơ quan kết thúc hoạt động; nơi tiếp nhận: ' || heir.name, 300);

  -- People may still be sitting there: an incident that is not closed goes on, with a line in its log; so does a call for help
  -- to the home agency that nobody has answered.
  RETURN QUERY
    WITH moved AS (UPDATE incidents_incident SET agency_id = heir.id, agency_path = heir.path, office_id = NULL
                    WHERE agency_id = h.predecessor_id AND closed_at IS NULL RETURNING id),
         told AS (INSERT INTO incidents_logline (incident_id, at, kind, text, written_by, written_at)
                  SELECT id, p_at, 'note', why, 'Bàn giao', p_at FROM moved)
    SELECT 'incident:' || id FROM moved;
  UPDATE incidents_homenotice n SET agency_id = heir.id, agency_path = heir.path
   WHERE n.agency_id = h.predecessor_id AND n.answered_at IS NULL
     AND EXISTS (SELECT 1 FROM incidents_incident i WHERE i.id = n.incident_id AND i.ended_at IS NULL)
     AND NOT EXISTS (SELECT 1 FROM incidents_homenotice o WHERE o.incident_id = n.incident_id AND o.agency_id = heir.id);

  -- Sessions over the line belong to their matters and go with them; a point of the office goes to the main successor.
  UPDATE online_onlinesession s SET agency_id = m.to_agency_id, agency_path = m.to_path FROM matters_move m
   WHERE m.handover_id = h.id AND m.done AND m.matter_id = s.matter_id AND s.agency_id = h.predecessor_id
     AND s.state IN ('decided', 'announced', 'open');
  UPDATE online_onlinepoint p SET agency_id = s.agency_id, agency_path = s.agency_path FROM online_onlinesession s
   WHERE s.id = p.session_id AND p.central AND p.agency_id = h.predecessor_id AND s.agency_id <> h.predecessor_id
     AND NOT EXISTS (SELECT 1 FROM online_onlinepoint o WHERE o.session_id = s.id AND o.agency_id = s.agency_id);
  UPDATE online_onlinepoint p SET agency_id = heir.id, agency_path = heir.path FROM online_onlinesession s
   WHERE s.id = p.session_id AND s.state IN ('decided', 'announced', 'open') AND p.agency_id = h.predecessor_id AND NOT p.central
     AND NOT EXISTS (SELECT 1 FROM online_onlinepoint o WHERE o.session_id = s.id AND o.agency_id = heir.id);


  -- What a session left to do is done by who follows; the session stays with the agency that held it.
  RETURN QUERY
    UPDATE agenda_followup f SET agency_path = coalesce((SELECT m.to_path FROM matters_move m
        WHERE m.handover_id = h.id AND m.done AND m.matter_id = r.matter_id LIMIT 1), heir.path)
      FROM reception_reception r WHERE r.id = f.visit_id AND f.agency_path = h.agency_path AND f.done_on IS NULL
    RETURNING 'follow_up:' || f.id;

  -- The calendar: from the day on nobody is received there.
  RETURN QUERY
    UPDATE agenda_receptionsession SET status = 'cancelled', cancel_reason = why
     WHERE agency_id = h.predecessor_id AND status IN ('planned', 'announced') AND "on" >= cut RETURNING 'session:' || id;
  UPDATE agenda_receptionhours SET ends_before = greatest(cut, starts_on) WHERE agency_id = h.predecessor_id AND ends_before IS NULL;
  UPDATE agenda_appointment SET status = 'cancelled' WHERE agency_id = h.predecessor_id AND status = 'booked' AND "on" >= cut;

  -- Task forces end with the office; swaps that nobody decided are declined.
  RETURN QUERY
    UPDATE rosters_taskforce SET ended_on = cut, end_reason = why
     WHERE agency_id = h.predecessor_id AND ended_on IS NULL AND ends_on >= cut RETURNING 'task_force:' || id;
  UPDATE rosters_swap w SET status = 'declined', decided_at = p_at FROM rosters_dutyshift d
   WHERE d.id = w.duty_id AND d.agency_path = h.agency_path AND w.status IN ('asked', 'agreed');

  -- Daily reports: who followed is asked instead; the own series are over when the agency is.
  UPDATE situation_expected e SET agency_id = heir.id, agency_path = heir.path FROM situation_reportseries r
   WHERE r.id = e.series_id AND e.agency_id = h.predecessor_id AND r.ends_on >= cut AND r.agency_id <> heir.id
     AND NOT EXISTS (SELECT 1 FROM situation_expected o WHERE o.series_id = e.series_id AND o.agency_id = heir.id);

  RETURN QUERY
    UPDATE pages_portalpage SET state = 'withdrawn', withdrawn_on = cut, withdrawn_reason = why
     WHERE agency_id = h.predecessor_id AND state = 'published' RETURNING 'page:' || id;
END $$;


ALTER FUNCTION tiepdan.close_office(p_handover bigint, p_at timestamp with time zone, p_on date) OWNER TO tiepdan_reader;

--
-- Name: common_hashes(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.common_hashes() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  SELECT coalesce(array_agg(e.hash), '{}') FROM pg_stats s, pg_class c,
    unnest(s.most_common_elems::text::integer[], s.most_common_elem_freqs[1:cardinality(s.most_common_elems::text::integer[])])
      AS e(hash, freq)
   WHERE s.schemaname = 'public' AND s.tablename = 'duplicates_sketch' AND s.attname = 'hashes'
     AND c.oid = 'public.duplicates_sketch'::regclass AND e.freq * greatest(c.reltuples, 1) > 200;
$$;


ALTER FUNCTION tiepdan.common_hashes() OWNER TO tiepdan_owner;

--
-- Name: compare_sketches(bigint, bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.compare_sketches(p_submission bigint, p_earlier bigint) RETURNS TABLE(root_matter bigint, shared integer, mine integer, theirs integer, same_decision boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT 1 FROM submissions_submission s WHERE s.id = p_submission AND tiepdan.reads(s.matter_id)) THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT tiepdan.root_matter(m.id), n.shared, n.mine, n.theirs, coalesce(x.attacked_hash = y.attacked_hash, false)
    FROM submissions_submission s
    JOIN matters_matter m ON m.id = s.matter_id
    LEFT JOIN duplicates_sketch x ON x.submission_id = p_submission
    LEFT JOIN duplicates_sketch y ON y.submission_id = p_earlier,
    LATERAL (SELECT least(
        CASE WHEN x.size > cardinality(x.hashes) THEN x.hashes[cardinality(x.hashes)] ELSE 2147483647 END,
        CASE WHEN y.size > cardinality(y.hashes) THEN y.hashes[cardinality(y.hashes)] ELSE 2147483647 END) AS top) AS t,
    LATERAL (SELECT (SELECT count(*) FROM unnest(x.hashes) AS a(hash) WHERE a.hash <= t.top)::integer AS mine,
                    (SELECT count(*) FROM unnest(y.hashes) AS b(hash) WHERE b.hash <= t.top)::integer AS theirs,
                    (SELECT count(*) FROM unnest(y.hashes) AS b(hash) WHERE b.hash <= t.top AND b.hash = ANY (x.hashes))::integer
                      AS shared) AS n
   WHERE s.id = p_earlier AND s.status <> 'voided' AND s.id <> p_submission
     AND (tiepdan.reads(s.matter_id) OR (NOT m.sealed AND (n.shared > 0 OR x.attacked_hash = y.attacked_hash)));
END $$;


ALTER FUNCTION tiepdan.compare_sketches(p_submission bigint, p_earlier bigint) OWNER TO tiepdan_reader;

--
-- Name: concerns(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.concerns(p_incident bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM incidents_homenotice h WHERE h.incident_id = p_incident
      AND h.agency_path = current_setting('tiepdan.path', true)
      AND current_setting('tiepdan.role', true) IN ('reception_officer', 'processing_officer', 'head', 'deputy', 'coordinator',
        'records_clerk', 'system'))
    OR EXISTS (SELECT 1 FROM incidents_callout c WHERE c.incident_id = p_incident
      AND c.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.concerns(p_incident bigint) OWNER TO tiepdan_reader;

--
-- Name: destroy_case(bigint, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.destroy_case(p_case bigint, p_on date) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  v record;
  years integer;
  last boolean;
  papers bigint[];
  gone bigint[];
BEGIN
  SELECT c.id, c.matter_id, c.submission_id, c.closed_on, a.path INTO v FROM cases_case c
    JOIN agencies_agency a ON a.id = c.agency_id
   WHERE c.id = p_case AND c.destroyed_on IS NULL AND c.closed_on IS NOT NULL AND a.path = current_setting('tiepdan.path', true);
  IF NOT FOUND OR current_setting('tiepdan.role', true) <> 'head' OR NOT tiepdan.writes(v.matter_id) THEN
    RAISE EXCEPTION 'not to be destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT l.value::integer INTO years FROM agencies_localrule l JOIN agencies_agency a ON a.id = l.agency_id
   WHERE l.code = 'case_record_years' AND l.withdrawn_at IS NULL AND l.starts_on <= least(p_on, current_date + 1)
     AND starts_with(v.path, a.path)
   ORDER BY length(a.path) DESC, l.starts_on DESC, l.id DESC LIMIT 1;
  IF years IS NULL OR v.closed_on + make_interval(years => years) >= least(p_on, current_date + 1)
     OR tiepdan.holds_of_case(v.id) <> '{}' THEN
    RAISE EXCEPTION 'not to be destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  last := NOT EXISTS (SELECT 1 FROM cases_case o WHERE o.matter_id = v.matter_id AND o.id <> v.id AND o.destroyed_on IS NULL);
  SELECT coalesce(array_agg(p.id), '{}') INTO papers FROM documents_paper p WHERE p.matter_id = v.matter_id AND (last OR p.id IN (
    SELECT paper_id FROM cases_step WHERE case_id = v.id UNION SELECT paper_id FROM cases_session WHERE case_id = v.id
    UNION SELECT paper_id FROM cases_extension WHERE case_id = v.id));
  SELECT array_agg(f) INTO gone FROM (
    SELECT file_id AS f FROM cases_evidence WHERE case_id = v.id AND file_id IS NOT NULL
    UNION SELECT file_id FROM documents_paper WHERE id = ANY (papers) AND file_id IS NOT NULL
    UNION SELECT file_id FROM documents_signedcopy WHERE paper_id = ANY (papers)
    UNION SELECT file_id FROM submissions_attachment WHERE last AND matter_id = v.matter_id) AS held;

  DELETE FROM documents_signedcopy WHERE paper_id = ANY (papers);
  UPDATE documents_paper SET file_id = NULL, values = '{}', sealed_values = NULL, recipients = '[]', act_typed = NULL,
         cancel_reason = '', returned_note = '', ended_reason = '' WHERE id = ANY (papers);
  UPDATE documents_delivery SET addressee_name = '', proof = '' WHERE paper_id = ANY (papers);
  DELETE FROM cases_protectiondetail WHERE protection_id IN (SELECT id FROM cases_protection WHERE case_id = v.id);
  DELETE FROM cases_note WHERE case_id = v.id;
  UPDATE cases_protection SET protector = '', reason = '' WHERE case_id = v.id;
  UPDATE cases_step SET note = '', facts = facts - 'to' WHERE case_id = v.id;
  UPDATE cases_extension SET reason = '' WHERE case_id = v.id;
  UPDATE cases_suspension SET reason = '' WHERE case_id = v.id;
  UPDATE cases_session SET place = '', chair = '', present = '[]', minutes = '', agreed = '', still_open = '', envelope = NULL
   WHERE case_id = v.id;
  UPDATE cases_evidence SET title = '(đã tiêu hủy)', supplied_by = '', note = '', file_id = NULL WHERE case_id = v.id;
  UPDATE cases_finding SET issue = '', basis = '', proposal = '' WHERE case_id = v.id;
  UPDATE cases_obligation SET what = '', done_note = '' WHERE case_id = v.id;
  UPDATE cases_publication SET place = '' WHERE case_id = v.id;
  UPDATE cases_link SET what = '' WHERE case_id = v.id;
  UPDATE cases_mandate SET name = '', document = '', scope = '', end_reason = '' WHERE case_id = v.id;
  UPDATE cases_courtfile SET effect_note = '' WHERE case_id = v.id;
  UPDATE cases_review SET signs = '', remedy = '' WHERE case_id = v.id;
  UPDATE plans_reviewedcase SET opinion = '', way = '', leader = '', result = '' WHERE case_id = v.id;
  UPDATE plans_enforcementflag SET what = '', reason = '' WHERE case_id = v.id;
  UPDATE cases_case SET complexity_note = '', outcome_note = '', destroyed_on = p_on WHERE id = v.id;
  IF NOT last THEN RETURN coalesce(gone, '{}'); END IF;

  UPDATE cases_urging SET text = '', answer = '' WHERE matter_id = v.matter_id;
  DELETE FROM submissions_attachment WHERE matter_id = v.matter_id;
  DELETE FROM submissions_sealedidentity WHERE matter_id = v.matter_id;
  DELETE FROM submissions_searchtext WHERE matter_id = v.matter_id;
  DELETE FROM duplicates_sketch WHERE matter_id = v.matter_id;
  UPDATE submissions_party SET name = '', envelope = NULL, number_hash = NULL, standing = '[]' WHERE matter_id = v.matter_id;
  UPDATE submissions_submission SET content = '', summary = '(đã tiêu hủy)', demands = '', earlier_handling = '',
         respondent_name = '', respondent_post = '', attacked_number = '', attacked_act = '', unprocessed_reason = '',
         eligibility = '{}', request_digest = '', destroyed_on = p_on, void_reason = CASE void_reason WHEN '' THEN '' ELSE '(đã tiêu hủy)' END WHERE matter_id = v.matter_id;
  UPDATE reception_visitor SET name = '', envelope = NULL, identity_kind = '', standing_papers = '[]'
   WHERE reception_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE reception_reception SET summary = '', content = '', demands = '', earlier_handling = '', settled_by = '',
         interpreter = '', outcome_note = '', refusal_facts = '{}', reply_note = '', request_digest = '', void_reason = CASE void_reason WHEN '' THEN '' ELSE '(đã tiêu hủy)' END
   WHERE matter_id = v.matter_id;
  UPDATE reception_receipt SET items = '[]' WHERE matter_id = v.matter_id;
  UPDATE agenda_followup SET content = '', contact = '', result = ''
   WHERE visit_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE online_onlinesession SET reason = '', contact = '', closing_reason = '', signing_refusal = '', late_reason = '' WHERE matter_id = v.matter_id;
  UPDATE online_onlinepoint SET contact = '', attendance = '[]' WHERE matter_id = v.matter_id;
  UPDATE online_onlinebreak SET note = '' WHERE matter_id = v.matter_id;
  UPDATE routing_proposal SET reason = '', decision_note = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE routing_transfer SET reason = '', reply = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE matters_participation SET title = '(nội dung đã tiêu hủy)' WHERE matter_id = v.matter_id;
  RETURN coalesce(gone, '{}');
END $$;


ALTER FUNCTION tiepdan.destroy_case(p_case bigint, p_on date) OWNER TO tiepdan_reader;

--
-- Name: destroy_submission(bigint, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.destroy_submission(p_submission bigint, p_on date) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  v record;
  gone bigint[];
BEGIN
  SELECT s.id, s.matter_id INTO v FROM submissions_submission s JOIN agencies_agency a ON a.id = s.agency_id
   WHERE s.id = p_submission AND s.status = 'filed' AND s.destroyed_on IS NULL
     AND s.closed_on + interval '1 year' < least(p_on, current_date + 1)
     AND a.path = current_setting('tiepdan.path', true);
  IF NOT FOUND OR current_setting('tiepdan.role', true) <> 'head' OR NOT tiepdan.writes(v.matter_id)
     OR EXISTS (SELECT 1 FROM submissions_submission o WHERE o.matter_id = v.matter_id AND o.id <> v.id) THEN
    RAISE EXCEPTION 'not to be destroyed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT array_agg(f) INTO gone FROM (
    SELECT file_id AS f FROM submissions_attachment WHERE submission_id = v.id
    UNION SELECT file_id FROM documents_paper WHERE matter_id = v.matter_id AND file_id IS NOT NULL
    UNION SELECT file_id FROM documents_signedcopy WHERE matter_id = v.matter_id) AS held;
  DELETE FROM submissions_attachment WHERE submission_id = v.id;
  DELETE FROM documents_signedcopy WHERE matter_id = v.matter_id;
  UPDATE documents_paper SET file_id = NULL, values = '{}', sealed_values = NULL, recipients = '[]' WHERE matter_id = v.matter_id;
  UPDATE documents_delivery SET addressee_name = '', proof = '' WHERE matter_id = v.matter_id;
  DELETE FROM submissions_sealedidentity WHERE matter_id = v.matter_id;
  DELETE FROM submissions_searchtext WHERE matter_id = v.matter_id;
  DELETE FROM duplicates_sketch WHERE submission_id = v.id;
  UPDATE submissions_party SET name = '', envelope = NULL, number_hash = NULL, standing = '[]' WHERE submission_id = v.id;
  UPDATE submissions_submission SET content = '', summary = '(đã tiêu hủy)', demands = '', earlier_handling = '',
         respondent_name = '', respondent_post = '', attacked_act = '', unprocessed_reason = '', eligibility = '{}',
         pin_hash = NULL, destroyed_on = p_on WHERE id = v.id;
  UPDATE matters_participation SET title = '(nội dung đã tiêu hủy)' WHERE matter_id = v.matter_id;

  UPDATE submissions_submission SET request_digest = '' WHERE matter_id = v.matter_id;
  UPDATE reception_reception SET request_digest = '' WHERE matter_id = v.matter_id;
  UPDATE documents_paper SET act_typed = NULL, ended_reason = '' WHERE matter_id = v.matter_id;

  UPDATE reception_visitor SET name = '', envelope = NULL, identity_kind = '', standing_papers = '[]'
   WHERE reception_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE reception_reception SET summary = '', content = '', demands = '', earlier_handling = '', settled_by = '',
         interpreter = '', outcome_note = '', refusal_facts = '{}', reply_note = '' WHERE matter_id = v.matter_id;
  UPDATE reception_receipt SET items = '[]' WHERE matter_id = v.matter_id;
  UPDATE routing_proposal SET reason = '', decision_note = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE routing_transfer SET reason = '', reply = '', to_text = '' WHERE matter_id = v.matter_id;
  UPDATE documents_paper SET cancel_reason = '', returned_note = '' WHERE matter_id = v.matter_id;

  UPDATE submissions_submission SET attacked_number = '', void_reason = CASE void_reason WHEN '' THEN '' ELSE '(đã tiêu hủy)' END WHERE id = v.id;
  UPDATE reception_reception SET void_reason = CASE void_reason WHEN '' THEN '' ELSE '(đã tiêu hủy)' END WHERE matter_id = v.matter_id;
  UPDATE agenda_followup SET content = '', contact = '', result = ''
   WHERE visit_id IN (SELECT id FROM reception_reception WHERE matter_id = v.matter_id);
  UPDATE online_onlinesession SET reason = '', contact = '', closing_reason = '', signing_refusal = '', late_reason = ''
   WHERE matter_id = v.matter_id;
  UPDATE online_onlinepoint SET contact = '', attendance = '[]' WHERE matter_id = v.matter_id;
  UPDATE online_onlinebreak SET note = '' WHERE matter_id = v.matter_id;
  RETURN coalesce(gone, '{}');
END $$;


ALTER FUNCTION tiepdan.destroy_submission(p_submission bigint, p_on date) OWNER TO tiepdan_reader;

--
-- Name: duty_feed(text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.duty_feed(p_hash text, p_from timestamp with time zone, p_until timestamp with time zone) RETURNS TABLE(duty_id bigint, starts_at timestamp with time zone, ends_at timestamp with time zone, standby boolean, shift text, post text, setup jsonb, title text, force text, roster text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT d.id, d.starts_at, d.ends_at, d.standby, d.shift, d.post, r.setup, r.title, t.name, r.code
    FROM rosters_calendarfeed f
    JOIN accounts_user u ON u.id = f.user_id AND u.is_active
    JOIN rosters_member m ON m.user_id = f.user_id AND m.left_on IS NULL
    JOIN rosters_dutyshift d ON d.member_id = m.id AND d.published
    JOIN rosters_roster r ON r.id = d.roster_id
    JOIN rosters_taskforce t ON t.id = r.force_id
   WHERE f.token_hash = p_hash AND f.revoked_at IS NULL AND d.starts_at >= p_from AND d.starts_at < p_until
   ORDER BY d.starts_at LIMIT 2000;
$$;


ALTER FUNCTION tiepdan.duty_feed(p_hash text, p_from timestamp with time zone, p_until timestamp with time zone) OWNER TO tiepdan_reader;

--
-- Name: end_drafts_elsewhere(bigint, bigint, text[], text[], boolean, boolean, text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.end_drafts_elsewhere(p_matter bigint, p_agency bigint, p_of text[], p_keep text[], p_letters boolean, p_blank boolean, p_reason text) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT tiepdan.writes(p_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- p_blank: every draft, and nothing of its words stays: the matter is being sealed, and who seals cannot read them.
  RETURN QUERY
    UPDATE documents_paper p SET status = 'cancelled', cancel_reason = left(p_reason, 300), act_typed = NULL,
           sealed = p.sealed OR p_blank, values = CASE WHEN p_blank THEN '{}' ELSE p.values END,
           sealed_values = CASE WHEN p_blank THEN NULL ELSE p.sealed_values END,
           recipients = CASE WHEN p_blank THEN '[]' ELSE p.recipients END,
           returned_note = CASE WHEN p_blank THEN '' ELSE p.returned_note END,
           title = CASE WHEN p_blank THEN p.form_key ELSE p.title END
     WHERE p.matter_id = p_matter AND p.agency_path <> coalesce(current_setting('tiepdan.path', true), '')
       AND p.status IN ('draft', 'submitted', 'reviewed', 'approved') AND (p_agency IS NULL OR p.agency_id = p_agency)
       AND (p_of = '{}' OR p.act_of = ANY (p_of)) AND NOT p.act = ANY (p_keep)
       AND (p_blank OR p.act_typed IS NOT NULL OR (p_letters AND p.act = 'proposal'))
    RETURNING p.id;
END $$;


ALTER FUNCTION tiepdan.end_drafts_elsewhere(p_matter bigint, p_agency bigint, p_of text[], p_keep text[], p_letters boolean, p_blank boolean, p_reason text) OWNER TO tiepdan_reader;

--
-- Name: enter(bigint, bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.enter(p_user bigint, p_post bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  v record;
  today date := (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
  seen text;
BEGIN
  PERFORM tiepdan.leave();
  SELECT p.role, a.id, a.path, coalesce(above.path, a.path) AS above INTO v
    FROM accounts_post p
    JOIN accounts_user u ON u.id = p.user_id
    JOIN agencies_agency a ON a.id = p.agency_id
    LEFT JOIN agencies_agency above ON above.id = a.parent_id
   WHERE p.id = p_post AND p.user_id = p_user AND u.is_active AND NOT p.waits
     AND p.starts_on <= today AND (p.ends_before IS NULL OR p.ends_before > today)
     AND (a.ends_before IS NULL OR a.ends_before > today);
  IF NOT FOUND THEN RETURN false; END IF;
  seen := CASE v.role WHEN 'oversight' THEN 'oversight' WHEN 'handler' THEN 'assigned'
                      WHEN 'coordinator' THEN 'none' WHEN 'administrator' THEN 'none' ELSE 'office' END;
  PERFORM set_config('tiepdan.user', p_user::text, true), set_config('tiepdan.role', v.role, true),
          set_config('tiepdan.sight', seen, true), set_config('tiepdan.agency', v.id::text, true),
          set_config('tiepdan.path', v.path, true),
          set_config('tiepdan.lo', CASE WHEN seen = 'oversight' THEN v.above ELSE v.path END, true),
          set_config('tiepdan.hi', CASE WHEN seen = 'oversight' THEN left(v.above, -1) || '0' ELSE v.path || ' ' END, true);
  RETURN true;
END $$;


ALTER FUNCTION tiepdan.enter(p_user bigint, p_post bigint) OWNER TO tiepdan_reader;

--
-- Name: enter_client(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.enter_client(p_client bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v record;
BEGIN
  PERFORM tiepdan.leave();
  SELECT c.id, a.id AS agency_id, a.path INTO v FROM accounts_apiclient c JOIN agencies_agency a ON a.id = c.agency_id
   WHERE c.id = p_client AND c.revoked_at IS NULL AND c.ends_at > now();
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('tiepdan.user', (-1000 - p_client)::text, true), set_config('tiepdan.role', 'client', true),
          set_config('tiepdan.sight', 'office', true), set_config('tiepdan.agency', v.agency_id::text, true),
          set_config('tiepdan.path', v.path, true), set_config('tiepdan.lo', v.path, true),
          set_config('tiepdan.hi', v.path || ' ', true);
  RETURN true;
END $$;


ALTER FUNCTION tiepdan.enter_client(p_client bigint) OWNER TO tiepdan_reader;

--
-- Name: enter_portal(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.enter_portal(p_matter bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  PERFORM tiepdan.leave();
  PERFORM set_config('tiepdan.user', '-1', true), set_config('tiepdan.role', 'citizen', true),
          set_config('tiepdan.sight', 'portal', true), set_config('tiepdan.agency', '0', true),
          set_config('tiepdan.matter', p_matter::text, true);
  RETURN true;
END $$;


ALTER FUNCTION tiepdan.enter_portal(p_matter bigint) OWNER TO tiepdan_reader;

--
-- Name: enter_service(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.enter_service(p_agency bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v_path text;
BEGIN
  PERFORM tiepdan.leave();
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('tiepdan.user', '0', true), set_config('tiepdan.role', 'system', true),
          set_config('tiepdan.sight', 'service', true), set_config('tiepdan.agency', p_agency::text, true),
          set_config('tiepdan.path', v_path, true), set_config('tiepdan.lo', v_path, true),
          set_config('tiepdan.hi', v_path || ' ', true);
  RETURN true;
END $$;


ALTER FUNCTION tiepdan.enter_service(p_agency bigint) OWNER TO tiepdan_reader;

--
-- Name: feed_known(text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.feed_known(p_hash text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_calendarfeed f JOIN accounts_user u ON u.id = f.user_id AND u.is_active
    WHERE f.token_hash = p_hash AND f.revoked_at IS NULL);
$$;


ALTER FUNCTION tiepdan.feed_known(p_hash text) OWNER TO tiepdan_reader;

--
-- Name: figures_of(bigint, date, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.figures_of(p_agency bigint, p_from date, p_until date) RETURNS TABLE(kind text, open_before bigint, received bigint, taken_over bigint, handed_over bigint, finished bigint, open_after bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  acting text := coalesce(current_setting('tiepdan.role', true), '');
  top text := CASE acting WHEN 'oversight' THEN current_setting('tiepdan.lo', true)
                          ELSE current_setting('tiepdan.path', true) END;
  v_path text := (SELECT path FROM agencies_agency WHERE id = p_agency);
BEGIN
  IF acting NOT IN ('head', 'deputy', 'oversight', 'reception_officer', 'processing_officer', 'records_clerk')
     OR coalesce(top, '') = '' OR v_path IS NULL
     OR NOT (v_path = top OR (acting IN ('head', 'deputy', 'oversight') AND starts_with(v_path, top))
             OR tiepdan.follows(p_agency)) THEN
    RAISE EXCEPTION 'counts are for the agency, those above it and those that follow' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    WITH line AS (
      SELECT p.kind AS kind, p.received_on, p.closed_on, come.effect_on AS came_on, gone.effect_on AS went_on,
             coalesce(come.effect_on, p.received_on) AS here_on
        FROM matters_participation p
        LEFT JOIN LATERAL (SELECT max(h.effect_on) AS effect_on FROM matters_move m JOIN matters_handover h ON h.id = m.handover_id
           WHERE m.matter_id = p.matter_id AND m.to_agency_id = p.agency_id AND m.done) come ON true
        LEFT JOIN LATERAL (SELECT max(h.effect_on) AS effect_on FROM matters_move m JOIN matters_handover h ON h.id = m.handover_id
           WHERE m.matter_id = p.matter_id AND m.from_agency_id = p.agency_id AND m.done) gone ON true
       WHERE p.agency_path = v_path AND NOT (p.sealed AND tiepdan.is_excluded(p.matter_id))
         AND p.capacity <> 'urging' AND (p.capacity <> 'passed_on' OR p.closed_on IS NOT NULL))
    SELECT l.kind::text,
           count(*) FILTER (WHERE here_on < p_from AND (closed_on IS NULL OR closed_on >= p_from)),
           count(*) FILTER (WHERE came_on IS NULL AND here_on BETWEEN p_from AND p_until),
           count(*) FILTER (WHERE came_on BETWEEN p_from AND p_until),
           count(*) FILTER (WHERE went_on IS NOT NULL AND closed_on BETWEEN p_from AND p_until AND here_on <= p_until),
           count(*) FILTER (WHERE went_on IS NULL AND closed_on BETWEEN p_from AND p_until AND here_on <= p_until),
           count(*) FILTER (WHERE here_on <= p_until AND (closed_on IS NULL OR closed_on > p_until))
      FROM line l GROUP BY l.kind ORDER BY 1;
END $$;


ALTER FUNCTION tiepdan.figures_of(p_agency bigint, p_from date, p_until date) OWNER TO tiepdan_reader;

--
-- Name: file_is_used(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.file_is_used(p_file bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
  v record;
  found_one boolean;
BEGIN
  FOR v IN SELECT c.conrelid::regclass AS tab, a.attname AS col FROM pg_constraint c
             JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.contype = 'f' AND c.confrelid = 'documents_storedfile'::regclass LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s WHERE %I = $1)', v.tab, v.col) INTO found_one USING p_file;
    IF found_one THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $_$;


ALTER FUNCTION tiepdan.file_is_used(p_file bigint) OWNER TO tiepdan_reader;

--
-- Name: find_appointment(text, bytea); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.find_appointment(p_code text, p_pin bytea) RETURNS TABLE(id bigint, agency_id bigint, held_on date, slot_at time without time zone, status text, people smallint, session_code text, session_on date, session_status text, chair_title text, ticket smallint, ticket_status text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT a.id, a.agency_id, a."on", a.slot_at, a.status, a.people, coalesce(s.code, ''), s."on", coalesce(s.status, ''),
         coalesce(s.chair_title, ''), t.number, coalesce(t.status, '')
    FROM agenda_appointment a
    LEFT JOIN agenda_receptionsession s ON s.id = a.session_id
    LEFT JOIN agenda_queueticket t ON t.appointment_id = a.id
   WHERE a.code = p_code AND a.pin_hash = p_pin;
$$;


ALTER FUNCTION tiepdan.find_appointment(p_code text, p_pin bytea) OWNER TO tiepdan_reader;

--
-- Name: find_newest_words(tsquery, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.find_newest_words(p_query tsquery, p_limit integer) RETURNS TABLE(matter_id bigint, rank real)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET enable_sort TO 'off'
    SET enable_bitmapscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    AS $$
  SELECT n.matter_id, ts_rank(n.words, p_query)
    FROM (SELECT l.matter_id, s.words
            FROM matters_participation l JOIN submissions_searchtext s ON s.matter_id = l.matter_id
           WHERE l.agency_path = current_setting('tiepdan.path') AND s.words @@ p_query
           ORDER BY l.received_on DESC, l.id DESC OFFSET 0) AS n  -- OFFSET 0: the right is asked of what was found only
   WHERE tiepdan.reads(n.matter_id) LIMIT p_limit;
$$;


ALTER FUNCTION tiepdan.find_newest_words(p_query tsquery, p_limit integer) OWNER TO tiepdan_reader;

--
-- Name: find_repeats(integer[], integer, integer, bytea[], bigint, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[], p_skip bigint, p_limit integer) RETURNS TABLE(submission_id bigint, readable boolean, code text, agency_name text, received_on date, status text, kind text, shared integer, mine integer, theirs integer, same_author boolean, same_decision boolean, letter_number integer, letter_symbol text, letter_on date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  probe integer[];
  common integer[] := tiepdan.common_hashes();  -- asked once: named in the query it would be asked for each hash
  -- Who writes again mostly does so within the year: what came shortly before is looked through first.
  v_here bigint := coalesce((SELECT id FROM duplicates_sketch WHERE submission_id = p_skip),
                            (SELECT max(id) FROM duplicates_sketch));
  v_near bigint := v_here - 100000;
  v_end integer := CASE WHEN p_size > cardinality(p_hashes) THEN p_hashes[cardinality(p_hashes)] ELSE 2147483647 END;
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') NOT IN ('office', 'assigned', 'service') THEN RETURN; END IF;
  SELECT array_agg(rare.hash) INTO probe
    FROM (SELECT t.hash FROM unnest(p_hashes) AS t(hash) WHERE t.hash <> ALL (common)
           ORDER BY t.hash LIMIT 24) AS rare;
  RETURN QUERY
  WITH wide AS MATERIALIZED (
    (SELECT k.* FROM duplicates_sketch k WHERE k.hashes[1:12] && probe AND k.id BETWEEN v_near AND v_here LIMIT 5000)
    UNION ALL
    (SELECT k.* FROM duplicates_sketch k WHERE k.hashes[1:12] && probe AND k.id NOT BETWEEN v_near AND v_here LIMIT 2500)
  ), ranked AS (
    SELECT w.id FROM wide w, LATERAL unnest(w.hashes[1:12]) AS u(hash) JOIN unnest(probe) AS p(hash) USING (hash)
     GROUP BY w.id ORDER BY count(*) DESC, w.id DESC LIMIT 500
  ), near AS (
    -- Phrases that many use bring thousands of texts together; a repeat shares more of the smallest hashes than they do.
    SELECT w.id, w.submission_id, w.matter_id, w.hashes, w.size, w.attacked_hash FROM wide w JOIN ranked USING (id)
  ), same AS (
    SELECT k.id, k.submission_id, k.matter_id, k.hashes, k.size, k.attacked_hash
      FROM duplicates_sketch k WHERE k.attacked_hash = p_attacked ORDER BY k.id DESC LIMIT 100
  ), found AS (
    SELECT * FROM near UNION ALL SELECT * FROM same WHERE id NOT IN (SELECT id FROM near)
  ), reach AS (
    -- Of both sketches only hashes up to where the shorter ends can be told apart.
    SELECT k.*, least(v_end, CASE WHEN k.size > cardinality(k.hashes) THEN k.hashes[cardinality(k.hashes)] ELSE 2147483647 END) AS top
      FROM found k WHERE k.submission_id IS DISTINCT FROM p_skip
  ), met AS (
    SELECT r.id, count(*)::integer AS shared
      FROM reach r, LATERAL unnest(r.hashes) AS u(hash) JOIN unnest(p_hashes) AS w(hash) USING (hash)
     WHERE hash <= r.top GROUP BY r.id
  ), counted AS (
    -- Sketches are sorted, so their hashes up to a place are counted by halving.
    SELECT r.submission_id, r.matter_id, coalesce(r.attacked_hash = p_attacked, false) AS same_decision,
           width_bucket(r.top, p_hashes) AS mine, width_bucket(r.top, r.hashes) AS theirs, coalesce(m.shared, 0) AS shared
      FROM reach r LEFT JOIN met m USING (id)
  ), judged AS (
    SELECT c.*, m.sealed, tiepdan.reads(c.matter_id) AS readable,
           EXISTS (SELECT 1 FROM submissions_party p WHERE p.submission_id = c.submission_id
                     AND p.number_hash = ANY (p_authors)) AS same_author
      FROM (SELECT * FROM counted WHERE same_decision OR shared > 0
             ORDER BY shared::real / greatest(least(mine, theirs), 1) DESC, submission_id DESC LIMIT 60) AS c
      JOIN matters_matter m ON m.id = c.matter_id
  )
  SELECT j.submission_id, j.readable, CASE WHEN j.readable THEN s.code::text END, a.name::text, s.received_on, s.status::text,
         s.kind::text, j.shared, j.mine, j.theirs, j.same_author, j.same_decision, l.number, l.symbol::text, l.dated_on
    FROM judged j
    JOIN submissions_submission s ON s.id = j.submission_id
    JOIN agencies_agency a ON a.id = s.agency_id
    LEFT JOIN LATERAL (
      SELECT p.number, p.symbol, p.dated_on FROM documents_paper p
       WHERE p.matter_id = j.matter_id AND p.status = 'issued'
         AND p.form_key IN ('TT05-2021/02', 'TT05-2021/03', 'XLD-2014/04', 'XLD-2014/06', 'house/forward-petition-feedback')
       ORDER BY p.dated_on DESC, p.id DESC LIMIT 1) AS l ON true
   WHERE (j.readable OR NOT j.sealed) AND s.status <> 'voided'
   ORDER BY j.shared::real / greatest(least(j.mine, j.theirs), 1) DESC, j.same_decision DESC, s.received_on DESC, s.id DESC
   LIMIT p_limit;
END $$;


ALTER FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[], p_skip bigint, p_limit integer) OWNER TO tiepdan_reader;

--
-- Name: find_words(tsquery, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) RETURNS TABLE(matter_id bigint, rank real)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  seen text := coalesce(current_setting('tiepdan.sight', true), '');
  plan json;
BEGIN
  IF seen = 'assigned' THEN  -- who sees only what is assigned: those few texts
    RETURN QUERY SELECT s.matter_id, ts_rank(s.words, p_query) AS r FROM submissions_searchtext s
     WHERE s.matter_id IN (SELECT a.matter_id FROM matters_assignment a WHERE a.ends_at IS NULL
                              AND a.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint)
       AND s.words @@ p_query AND tiepdan.reads(s.matter_id) ORDER BY r DESC, s.matter_id DESC LIMIT p_limit;
    RETURN;
  END IF;
  IF seen = 'office' THEN
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT FROM submissions_searchtext WHERE words @@ ' || quote_literal(p_query::text)
      || '::tsquery' INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::real > 2000 + 0.01 *
       (SELECT c.reltuples FROM pg_catalog.pg_class c WHERE c.oid = 'submissions_searchtext'::regclass) THEN
      RETURN QUERY SELECT n.matter_id, n.rank FROM tiepdan.find_newest_words(p_query, p_limit) AS n;
      RETURN;
    END IF;
  END IF;
  -- The range of the lines is asked first: it costs a tenth of asking for the right.
  RETURN QUERY SELECT s.matter_id, ts_rank(s.words, p_query) AS r FROM submissions_searchtext s
   WHERE s.words @@ p_query
     AND (seen NOT IN ('office', 'oversight') OR EXISTS (
           SELECT 1 FROM matters_participation l WHERE l.matter_id = s.matter_id
              AND l.agency_path >= current_setting('tiepdan.lo') AND l.agency_path < current_setting('tiepdan.hi')))
     AND tiepdan.reads(s.matter_id) ORDER BY r DESC, s.matter_id DESC LIMIT p_limit;
END $$;


ALTER FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) OWNER TO tiepdan_reader;

--
-- Name: follows(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.follows(p_agency bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  WITH RECURSIVE heirs(id) AS (
    SELECT p.successor_id FROM matters_handoverpart p JOIN matters_handover h ON h.id = p.handover_id
     WHERE h.predecessor_id = p_agency AND h.state = 'done'
    UNION
    SELECT p.successor_id FROM heirs JOIN matters_handover h ON h.predecessor_id = heirs.id AND h.state = 'done'
      JOIN matters_handoverpart p ON p.handover_id = h.id)
  SELECT EXISTS (SELECT 1 FROM heirs WHERE id = nullif(current_setting('tiepdan.agency', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.follows(p_agency bigint) OWNER TO tiepdan_reader;

--
-- Name: former_numbers(bigint, text, date, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.former_numbers(p_agency bigint, p_book text, p_from date, p_until date) RETURNS TABLE(number integer, given_on date, document_type text, code text, kind text, title text, cancelled text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
  IF NOT tiepdan.follows(p_agency) OR coalesce(current_setting('tiepdan.role', true), '') NOT IN
     ('head', 'deputy', 'reception_officer', 'processing_officer', 'records_clerk') THEN
    RAISE EXCEPTION 'the books are for those that follow' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT n.number, n.given_on, r.document_type::text,
           CASE WHEN tiepdan.reads(n.matter_id) THEN l.code::text ELSE '' END, coalesce(l.kind, '')::text,
           CASE WHEN l.sealed OR l.id IS NULL THEN '' ELSE l.title::text END, n.cancel_reason::text
      FROM documents_registernumber n JOIN documents_register r ON r.id = n.register_id
      LEFT JOIN matters_participation l ON l.matter_id = n.matter_id AND l.agency_id = p_agency
     WHERE r.agency_id = p_agency AND r.book = p_book AND n.given_on BETWEEN p_from AND p_until
       AND (n.matter_id IS NULL OR NOT tiepdan.is_kept_out(n.matter_id))
     ORDER BY n.given_on, r.document_type, n.number LIMIT 5000;
END $$;


ALTER FUNCTION tiepdan.former_numbers(p_agency bigint, p_book text, p_from date, p_until date) OWNER TO tiepdan_reader;

--
-- Name: guard_handover(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.guard_handover() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  me bigint := nullif(current_setting('tiepdan.user', true), '')::bigint;
  acting text := coalesce(current_setting('tiepdan.role', true), '');
  ok boolean;
BEGIN
  IF current_user <> 'tiepdan_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    ok := NEW.state = 'prepared' AND NEW.prepared_by_id = me AND NEW.approved_by_id IS NULL AND acting = 'administrator';
  ELSE
    ok := CASE
      WHEN OLD.state = 'prepared' AND NEW.state = 'approved' THEN
        acting = 'head' AND NEW.approved_by_id = me AND OLD.prepared_by_id <> me
      WHEN OLD.state IN ('prepared', 'approved') AND NEW.state = 'withdrawn' THEN acting IN ('administrator', 'head')
      ELSE false END;
  END IF;
  IF ok IS NOT TRUE THEN
    RAISE EXCEPTION 'a handover is prepared by one and approved by another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;


ALTER FUNCTION tiepdan.guard_handover() OWNER TO tiepdan_owner;

--
-- Name: guard_opening(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.guard_opening() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  me bigint := nullif(current_setting('tiepdan.user', true), '')::bigint;
  waits boolean := (SELECT second_approval FROM tiepdan.seal_setting);
  ok boolean;
BEGIN
  IF current_user <> 'tiepdan_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    ok := NEW.user_id = me AND NEW.decided_by_id IS NULL AND NEW.opened_at IS NULL
      AND length(btrim(NEW.reason)) >= 10 AND NEW.agency_path = current_setting('tiepdan.path', true)
      AND CASE WHEN waits THEN NEW.status = 'asked' AND NEW.ends_at IS NULL
               ELSE NEW.status = 'granted' AND NEW.ends_at <= now() + interval '20 minutes' END;
  ELSE
    ok := (NEW.matter_id, NEW.user_id, NEW.agency_path, NEW.reason, NEW.asked_at)
        = (OLD.matter_id, OLD.user_id, OLD.agency_path, OLD.reason, OLD.asked_at)
      AND CASE
        WHEN OLD.status = 'asked' THEN
          NEW.status IN ('granted', 'denied') AND current_setting('tiepdan.role', true) = 'head'
          AND NEW.decided_by_id = me AND OLD.user_id <> me AND OLD.agency_path = current_setting('tiepdan.path', true)
          AND NEW.opened_at IS NULL
          AND (NEW.ends_at IS NULL OR NEW.status = 'granted' AND NEW.ends_at <= now() + interval '4 hours 5 minutes')
        WHEN OLD.status IN ('granted', 'used') THEN
          NEW.status IN (OLD.status, 'used') AND OLD.user_id = me AND NEW.ends_at <= OLD.ends_at
          AND (NEW.decided_by_id, NEW.decided_at) IS NOT DISTINCT FROM (OLD.decided_by_id, OLD.decided_at)
        ELSE false END;
  END IF;
  IF ok IS NOT TRUE THEN
    RAISE EXCEPTION 'an opening is asked for by oneself and granted by the head' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;


ALTER FUNCTION tiepdan.guard_opening() OWNER TO tiepdan_owner;

--
-- Name: guard_post(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.guard_post() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE me bigint := nullif(current_setting('tiepdan.user', true), '')::bigint;
BEGIN
  IF current_user = 'tiepdan_app' AND NEW.user_id = me
     AND (TG_OP = 'INSERT' OR (NEW.user_id, NEW.agency_id, NEW.role) <> (OLD.user_id, OLD.agency_id, OLD.role)
          OR coalesce(NEW.ends_before, 'infinity') > coalesce(OLD.ends_before, 'infinity') OR NEW.waits < OLD.waits) THEN
    RAISE EXCEPTION 'nobody gives themselves a post' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_user = 'tiepdan_app' AND TG_OP = 'UPDATE' AND OLD.waits
     AND ((NOT NEW.waits AND (me = OLD.given_by_id OR OLD.turned_down <> ''))
          OR (NEW.user_id, NEW.agency_id, NEW.role, NEW.given_by_id) <> (OLD.user_id, OLD.agency_id, OLD.role, OLD.given_by_id)) THEN
    RAISE EXCEPTION 'a waiting post counts when somebody else confirms it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;


ALTER FUNCTION tiepdan.guard_post() OWNER TO tiepdan_owner;

--
-- Name: has_duty(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.has_duty(p_duty bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id
    WHERE d.id = p_duty AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.has_duty(p_duty bigint) OWNER TO tiepdan_reader;

--
-- Name: holds_of_case(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.holds_of_case(p_case bigint) RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  v record;
  held text[] := '{}';
BEGIN
  SELECT id, matter_id, code INTO v FROM cases_case WHERE id = p_case;
  IF NOT FOUND OR NOT tiepdan.reads(v.matter_id) THEN
    RAISE EXCEPTION 'not a case of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT 1 FROM matters_clock WHERE matter_id = v.matter_id AND status IN ('open', 'paused')) THEN
    held := held || 'limit'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_obligation WHERE case_id = v.id AND done_on IS NULL) THEN
    held := held || 'obligation'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_courtfile WHERE matter_id = v.matter_id AND judged_on IS NULL) THEN
    held := held || 'court'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_review WHERE matter_id = v.matter_id AND result = '') THEN
    held := held || 'review'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_protection WHERE matter_id = v.matter_id
              AND (decided_on IS NULL OR (granted AND ended_on IS NULL))) THEN
    held := held || 'protection'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_urging WHERE matter_id = v.matter_id AND answered_on IS NULL) THEN
    held := held || 'urging'::text; END IF;
  IF EXISTS (SELECT 1 FROM agenda_followup f JOIN reception_reception r ON r.id = f.visit_id
              WHERE r.matter_id = v.matter_id AND f.done_on IS NULL) THEN
    held := held || 'follow_up'::text; END IF;
  IF EXISTS (SELECT 1 FROM cases_case o WHERE o.id <> v.id AND o.closed_on IS NULL AND (o.matter_id = v.matter_id
              OR o.code IN (SELECT l.code FROM cases_link l WHERE l.case_id = v.id AND l.ended_on IS NULL)
              OR o.id IN (SELECT l.case_id FROM cases_link l WHERE l.code = v.code AND l.ended_on IS NULL)))
     OR EXISTS (SELECT 1 FROM submissions_submission s WHERE s.matter_id = v.matter_id AND s.closed_on IS NULL) THEN
    held := held || 'other_case'::text; END IF;
  RETURN held;
END $$;


ALTER FUNCTION tiepdan.holds_of_case(p_case bigint) OWNER TO tiepdan_reader;

--
-- Name: index_words(bigint, text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.index_words(p_matter bigint, p_words text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT tiepdan.reads(p_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO submissions_searchtext (matter_id, words) VALUES (p_matter, to_tsvector('simple', p_words))
    ON CONFLICT (matter_id) DO UPDATE SET words = excluded.words;
END $$;


ALTER FUNCTION tiepdan.index_words(p_matter bigint, p_words text) OWNER TO tiepdan_reader;

--
-- Name: is_assigned(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.is_assigned(p_matter bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM matters_assignment a WHERE a.matter_id = p_matter AND a.ends_at IS NULL
    AND a.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint
    AND a.agency_id = nullif(current_setting('tiepdan.agency', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.is_assigned(p_matter bigint) OWNER TO tiepdan_reader;

--
-- Name: is_excluded(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.is_excluded(p_matter bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM matters_exclusion e WHERE e.matter_id = p_matter
    AND (e.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint
      OR (e.agency_path <> '' AND starts_with(coalesce(current_setting('tiepdan.path', true), ''), e.agency_path))));
$$;


ALTER FUNCTION tiepdan.is_excluded(p_matter bigint) OWNER TO tiepdan_reader;

--
-- Name: is_kept_out(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.is_kept_out(p_matter bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM matters_matter m WHERE m.id = p_matter AND m.sealed) AND tiepdan.is_excluded(p_matter);
$$;


ALTER FUNCTION tiepdan.is_kept_out(p_matter bigint) OWNER TO tiepdan_reader;

--
-- Name: is_member(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.is_member(p_member bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_member m WHERE m.id = p_member AND m.left_on IS NULL
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.is_member(p_member bigint) OWNER TO tiepdan_reader;

--
-- Name: join_matter(bigint, bigint, text, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.join_matter(p_matter bigint, p_agency bigint, p_capacity text, p_received date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v_id bigint;
BEGIN
  IF NOT tiepdan.reads(p_matter) OR current_setting('tiepdan.sight') IN ('portal', 'oversight') THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
      state, people, received_on)
    SELECT p.matter_id, a.id, a.path, p_capacity, p.sealed, p.code, p.kind, p.title, p.field_code, 'received', p.people,
           p_received
      FROM matters_participation p, agencies_agency a WHERE p.matter_id = p_matter AND a.id = p_agency ORDER BY p.id LIMIT 1
    ON CONFLICT (matter_id, agency_id) DO UPDATE SET capacity = excluded.capacity, received_on = excluded.received_on,
      state = excluded.state, closed_on = NULL
    RETURNING id INTO v_id;
  RETURN v_id;
END $$;


ALTER FUNCTION tiepdan.join_matter(p_matter bigint, p_agency bigint, p_capacity text, p_received date) OWNER TO tiepdan_reader;

--
-- Name: leads_shift(bigint, date, text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.leads_shift(p_roster bigint, p_on date, p_shift text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id
    WHERE d.roster_id = p_roster AND d."on" = p_on AND d.shift = p_shift AND d.leads
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.leads_shift(p_roster bigint, p_on date, p_shift text) OWNER TO tiepdan_reader;

--
-- Name: leave(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.leave() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    AS $$
  SELECT set_config('tiepdan.user', '', true), set_config('tiepdan.role', '', true), set_config('tiepdan.sight', '', true),
         set_config('tiepdan.agency', '', true), set_config('tiepdan.path', '', true), set_config('tiepdan.lo', '', true),
         set_config('tiepdan.hi', '', true), set_config('tiepdan.matter', '', true);
$$;


ALTER FUNCTION tiepdan.leave() OWNER TO tiepdan_reader;

--
-- Name: linked_cases(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.linked_cases(p_case bigint) RETURNS TABLE(code text, readable boolean, agency text, decision text, decided_on date, outcome text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE v record;
BEGIN
  SELECT id, matter_id INTO v FROM cases_case WHERE id = p_case;
  IF NOT FOUND OR NOT tiepdan.reads(v.matter_id) THEN RETURN; END IF;
  RETURN QUERY
    SELECT DISTINCT ON (l.code) l.code::text, tiepdan.reads(c.matter_id),
           CASE WHEN l.kind = 'first' AND NOT m.sealed THEN a.name::text ELSE '' END,
           CASE WHEN l.kind = 'first' AND NOT m.sealed AND p.number IS NOT NULL THEN p.number || '/' || p.symbol ELSE '' END,
           CASE WHEN l.kind = 'first' AND NOT m.sealed THEN c.decided_on END,
           CASE WHEN l.kind = 'first' AND NOT m.sealed THEN c.outcome::text ELSE '' END
      FROM cases_link l JOIN cases_case c ON c.code = l.code JOIN matters_matter m ON m.id = c.matter_id
      JOIN agencies_agency a ON a.id = c.agency_id
      LEFT JOIN LATERAL (SELECT d.number, d.symbol FROM cases_step s JOIN documents_paper d ON d.id = s.paper_id
         WHERE s.case_id = c.id AND s.act IN ('decide', 'decide_at_once') ORDER BY s.id DESC LIMIT 1) p ON true
     WHERE l.case_id = v.id AND l.code <> '' AND l.ended_on IS NULL
     ORDER BY l.code, c.id DESC;
END $$;


ALTER FUNCTION tiepdan.linked_cases(p_case bigint) OWNER TO tiepdan_reader;

--
-- Name: next_number(bigint, text, text, text, integer, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.next_number(p_agency bigint, p_path text, p_book text, p_type text, p_year integer, p_kept integer) RETURNS TABLE(register_id bigint, number integer)
    LANGUAGE sql
    AS $$
  INSERT INTO public.documents_register AS series (agency_id, agency_path, book, document_type, year, last_number)
    VALUES (p_agency, p_path, p_book, p_type, p_year, coalesce(p_kept, 1))
    ON CONFLICT (agency_id, book, document_type, year)
      DO UPDATE SET last_number = CASE WHEN p_kept IS NULL THEN series.last_number + 1
                                       ELSE greatest(series.last_number, p_kept) END
    RETURNING series.id, coalesce(p_kept, series.last_number);
$$;


ALTER FUNCTION tiepdan.next_number(p_agency bigint, p_path text, p_book text, p_type text, p_year integer, p_kept integer) OWNER TO tiepdan_owner;

--
-- Name: notify(bigint, bigint, text, text, text, bigint, timestamp with time zone); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.notify(p_agency bigint, p_user bigint, p_role text, p_kind text, p_code text, p_matter bigint, p_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') = '' THEN
    RAISE EXCEPTION 'nobody acts' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_notice (agency_id, agency_path, user_id, role, kind, code, matter_id, made_at)
    SELECT p_agency, path, p_user, p_role, p_kind, p_code, p_matter, p_at FROM agencies_agency WHERE id = p_agency;
END $$;


ALTER FUNCTION tiepdan.notify(p_agency bigint, p_user bigint, p_role text, p_kind text, p_code text, p_matter bigint, p_at timestamp with time zone) OWNER TO tiepdan_reader;

--
-- Name: on_shift(bigint, date, text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.on_shift(p_roster bigint, p_on date, p_shift text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id
    WHERE d.roster_id = p_roster AND d."on" = p_on AND d.shift = p_shift
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.on_shift(p_roster bigint, p_on date, p_shift text) OWNER TO tiepdan_reader;

--
-- Name: online_sessions(text[], boolean, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.online_sessions(p_live text[], p_past boolean, p_most integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  WITH near AS MATERIALIZED (
    SELECT s.id, s.matter_id, s.starts_at FROM online_onlinesession s
     WHERE (s.state = ANY (p_live)) <> p_past
       AND (EXISTS (SELECT 1 FROM matters_participation p WHERE p.matter_id = s.matter_id
                      AND p.agency_path >= current_setting('tiepdan.lo', true)
                      AND p.agency_path < current_setting('tiepdan.hi', true))
         OR EXISTS (SELECT 1 FROM matters_assignment a WHERE a.matter_id = s.matter_id AND a.ends_at IS NULL
                      AND a.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint)))
  SELECT near.id FROM near WHERE tiepdan.reads(near.matter_id)
   ORDER BY CASE WHEN p_past THEN near.starts_at END DESC, CASE WHEN NOT p_past THEN near.starts_at END,
            CASE WHEN p_past THEN -near.id ELSE near.id END
   LIMIT p_most;
$$;


ALTER FUNCTION tiepdan.online_sessions(p_live text[], p_past boolean, p_most integer) OWNER TO tiepdan_reader;

--
-- Name: open_lines(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.open_lines(p_agency bigint) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v_path text;
BEGIN
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF current_setting('tiepdan.role', true) IS DISTINCT FROM 'administrator'
     OR NOT starts_with(coalesce(v_path, ''), current_setting('tiepdan.path')) THEN
    RAISE EXCEPTION 'counts are for the administrator of the agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN (SELECT count(*) FROM matters_participation WHERE agency_path = v_path AND closed_on IS NULL
    AND capacity NOT IN ('passed_on', 'urging'));
END $$;


ALTER FUNCTION tiepdan.open_lines(p_agency bigint) OWNER TO tiepdan_reader;

--
-- Name: open_matter(bigint, text, boolean, text, text, date, integer, text, timestamp with time zone); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  v_id bigint;
  v_path text;
  seen text := current_setting('tiepdan.sight', true);
BEGIN
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF NOT ((seen = 'office' AND v_path = current_setting('tiepdan.path'))
       OR (seen = 'portal' AND current_setting('tiepdan.matter') = '0')) THEN
    RAISE EXCEPTION 'a matter is opened at the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_matter (kind, sealed, agency_id, created_by, created_at)
    VALUES (p_kind, p_sealed, p_agency, current_setting('tiepdan.user')::bigint, p_at) RETURNING id INTO v_id;
  INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
      state, people, received_on)
    VALUES (v_id, p_agency, v_path, 'received', p_sealed, p_code, p_kind, p_title, p_field, 'received', p_people, p_received);
  IF seen = 'portal' THEN PERFORM set_config('tiepdan.matter', v_id::text, true); END IF;
  RETURN v_id;
END $$;


ALTER FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone) OWNER TO tiepdan_reader;

--
-- Name: open_matter(bigint, text, boolean, text, text, date, integer, text, timestamp with time zone, integer, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone, p_number integer, p_due date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  v_id bigint;
  v_path text;
  seen text := current_setting('tiepdan.sight', true);
BEGIN
  SELECT path INTO v_path FROM agencies_agency WHERE id = p_agency;
  IF NOT ((seen = 'office' AND v_path = current_setting('tiepdan.path'))
       OR (seen = 'portal' AND current_setting('tiepdan.matter') = '0')) THEN
    RAISE EXCEPTION 'a matter is opened at the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_matter (kind, sealed, agency_id, created_by, created_at)
    VALUES (p_kind, p_sealed, p_agency, current_setting('tiepdan.user')::bigint, p_at) RETURNING id INTO v_id;
  INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
      state, register_number, people, received_on, due_on)
    VALUES (v_id, p_agency, v_path, 'received', p_sealed, p_code, p_kind, p_title, p_field, 'received', p_number, p_people,
      p_received, p_due);
  IF seen = 'portal' THEN PERFORM set_config('tiepdan.matter', v_id::text, true); END IF;
  RETURN v_id;
END $$;


ALTER FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone, p_number integer, p_due date) OWNER TO tiepdan_reader;

--
-- Name: owes_of_session(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.owes_of_session(p_session bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_followup f WHERE f.session_id = p_session
                  AND f.agency_path = nullif(current_setting('tiepdan.path', true), '')
                  AND current_setting('tiepdan.sight', true) IN ('office', 'service'));
$$;


ALTER FUNCTION tiepdan.owes_of_session(p_session bigint) OWNER TO tiepdan_reader;

--
-- Name: owes_of_visit(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.owes_of_visit(p_visit bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM agenda_followup f JOIN reception_reception r ON r.id = f.visit_id
                  WHERE f.visit_id = p_visit AND f.agency_path = nullif(current_setting('tiepdan.path', true), '')
                    AND current_setting('tiepdan.sight', true) IN ('office', 'service')
                    AND NOT (r.sealed AND tiepdan.is_excluded(r.matter_id)));
$$;


ALTER FUNCTION tiepdan.owes_of_visit(p_visit bigint) OWNER TO tiepdan_reader;

--
-- Name: portal_find(text, bytea); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.portal_find(p_code text, p_pin bytea) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT coalesce((SELECT matter_id FROM submissions_submission WHERE code = p_code AND pin_hash = p_pin), 0);
$$;


ALTER FUNCTION tiepdan.portal_find(p_code text, p_pin bytea) OWNER TO tiepdan_reader;

--
-- Name: public_hours(bigint, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.public_hours(p_agency bigint, p_on date) RETURNS TABLE(weekday smallint, starts_at time without time zone, ends_at time without time zone, place text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT h.weekday, h.starts_at, h.ends_at, h.place FROM agenda_receptionhours h
   WHERE h.agency_id = p_agency AND h.starts_on <= p_on AND (h.ends_before IS NULL OR h.ends_before > p_on)
   ORDER BY h.weekday, h.starts_at;
$$;


ALTER FUNCTION tiepdan.public_hours(p_agency bigint, p_on date) OWNER TO tiepdan_reader;

--
-- Name: public_page(text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.public_page(p_code text) RETURNS TABLE(code text, kind text, title text, published_on date, body text, decision text, agency_code text, agency_name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT p.code, p.kind, p.title, p.published_on, p.text, p.decision, a.code, a.name
    FROM pages_portalpage p JOIN agencies_agency a ON a.id = p.agency_id
   WHERE p.code = p_code AND p.state = 'published';
$$;


ALTER FUNCTION tiepdan.public_page(p_code text) OWNER TO tiepdan_reader;

--
-- Name: public_pages(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.public_pages(p_agency bigint) RETURNS TABLE(code text, kind text, title text, published_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT p.code, p.kind, p.title, p.published_on FROM pages_portalpage p
   WHERE p.agency_id = p_agency AND p.state = 'published' ORDER BY p.published_on DESC, p.id DESC LIMIT 200;
$$;


ALTER FUNCTION tiepdan.public_pages(p_agency bigint) OWNER TO tiepdan_reader;

--
-- Name: public_queue(bigint, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.public_queue(p_agency bigint, p_on date) RETURNS TABLE(number smallint, status text, room text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT t.number, t.status, t.room FROM agenda_queueticket t WHERE t.agency_id = p_agency AND t."on" = p_on
   ORDER BY t.number;
$$;


ALTER FUNCTION tiepdan.public_queue(p_agency bigint, p_on date) OWNER TO tiepdan_reader;

--
-- Name: public_sessions(bigint, date, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.public_sessions(p_agency bigint, p_from date, p_to date) RETURNS TABLE(code text, chair text, chair_name text, chair_title text, kind text, held_on date, starts_at time without time zone, ends_at time without time zone, place text, mode text, focus text, participants text, status text, announced_on date, delegate_name text, delegate_title text, moved_from date, move_reason text, cancel_reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT s.code, s.chair, s.chair_name, s.chair_title, s.kind, s."on", s.starts_at, s.ends_at, s.place, s.mode, s.focus,
         s.participants, s.status, s.announced_on, s.delegate_name, s.delegate_title, m.from_on, coalesce(m.reason, ''),
         s.cancel_reason
    FROM agenda_receptionsession s
    LEFT JOIN LATERAL (SELECT v.from_on, v.reason FROM agenda_sessionmove v
                        WHERE v.session_id = s.id AND v.was_announced ORDER BY v.id DESC LIMIT 1) m ON true
   WHERE s.agency_id = p_agency AND s.announced_on IS NOT NULL AND s."on" BETWEEN p_from AND p_to
   ORDER BY s."on", s.starts_at;
$$;


ALTER FUNCTION tiepdan.public_sessions(p_agency bigint, p_from date, p_to date) OWNER TO tiepdan_reader;

--
-- Name: put_sketch(bigint, integer[], integer, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.put_sketch(p_submission bigint, p_hashes integer[], p_size integer, p_attacked integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v_matter bigint;
BEGIN
  SELECT matter_id INTO v_matter FROM submissions_submission WHERE id = p_submission;
  IF v_matter IS NULL OR NOT tiepdan.reads(v_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF p_hashes IS NULL THEN
    DELETE FROM duplicates_sketch WHERE submission_id = p_submission;
    RETURN false;
  END IF;
  INSERT INTO duplicates_sketch (submission_id, matter_id, hashes, size, attacked_hash)
    VALUES (p_submission, v_matter, p_hashes, p_size, p_attacked)
    ON CONFLICT (submission_id) DO UPDATE SET hashes = excluded.hashes, size = excluded.size,
      attacked_hash = excluded.attacked_hash, matter_id = excluded.matter_id;
  RETURN true;
END $$;


ALTER FUNCTION tiepdan.put_sketch(p_submission bigint, p_hashes integer[], p_size integer, p_attacked integer) OWNER TO tiepdan_reader;

--
-- Name: reads(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.reads(p_matter bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  seen text := current_setting('tiepdan.sight', true);
  m record;
  line record;
BEGIN
  IF p_matter IS NULL OR coalesce(seen, '') IN ('', 'none') THEN RETURN false; END IF;
  IF seen = 'portal' THEN RETURN p_matter = current_setting('tiepdan.matter')::bigint; END IF;
  SELECT sealed, created_by INTO m FROM matters_matter WHERE id = p_matter;
  IF NOT FOUND OR (m.sealed AND tiepdan.is_excluded(p_matter)) THEN RETURN false; END IF;
  IF tiepdan.is_assigned(p_matter) THEN RETURN true; END IF;
  IF seen = 'assigned' THEN RETURN false; END IF;
  SELECT capacity INTO line FROM matters_participation
   WHERE matter_id = p_matter AND agency_path >= current_setting('tiepdan.lo') AND agency_path < current_setting('tiepdan.hi')
   LIMIT 1;
  IF NOT FOUND THEN RETURN false; END IF;
  IF NOT m.sealed THEN RETURN true; END IF;
  RETURN seen = 'office' AND line.capacity <> 'passed_on'
     AND (current_setting('tiepdan.role') = 'head' OR m.created_by = current_setting('tiepdan.user')::bigint);
END $$;


ALTER FUNCTION tiepdan.reads(p_matter bigint) OWNER TO tiepdan_reader;

--
-- Name: ready_to_receive(text, text, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.ready_to_receive(p_key text, p_code text, p_parties integer) RETURNS TABLE(known bigint, code_is_free boolean, party_ids bigint[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE v_known bigint := 0;
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') NOT IN ('office', 'portal') THEN
    RAISE EXCEPTION 'nobody receives' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF p_key IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_key, 0));
    v_known := tiepdan.resume_request(p_key);
  END IF;
  RETURN QUERY SELECT v_known, NOT EXISTS (SELECT 1 FROM submissions_submission s WHERE s.code = p_code),
    CASE WHEN v_known = 0 THEN ARRAY(SELECT nextval('submissions_party_id_seq') FROM generate_series(1, p_parties)) END;
END $$;


ALTER FUNCTION tiepdan.ready_to_receive(p_key text, p_code text, p_parties integer) OWNER TO tiepdan_reader;

--
-- Name: record_reply(bigint, text, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.record_reply(p_transfer bigint, p_reply text, p_on date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v_matter bigint;
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') <> 'office' THEN RETURN 0; END IF;
  UPDATE routing_transfer SET replied_on = p_on, reply = p_reply
   WHERE id = p_transfer AND from_agency_id = current_setting('tiepdan.agency')::bigint AND act = 'forward'
     AND replied_on IS NULL AND done_on <= p_on AND NOT tiepdan.is_excluded(matter_id)
   RETURNING matter_id INTO v_matter;
  RETURN coalesce(v_matter, 0);
END $$;


ALTER FUNCTION tiepdan.record_reply(p_transfer bigint, p_reply text, p_on date) OWNER TO tiepdan_reader;

--
-- Name: require_audit(); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.require_audit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_entry
                  WHERE xact = pg_current_xact_id()::text::bigint AND recorded_at >= transaction_timestamp()) THEN
    RAISE EXCEPTION 'table % was changed without an audit entry', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;


ALTER FUNCTION tiepdan.require_audit() OWNER TO tiepdan_reader;

--
-- Name: resume_request(text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.resume_request(p_key text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v record;
BEGIN
  SELECT id, matter_id INTO v FROM submissions_submission WHERE request_key = p_key;
  IF NOT FOUND THEN RETURN 0; END IF;
  IF current_setting('tiepdan.sight', true) = 'portal' AND current_setting('tiepdan.matter', true) = '0' THEN
    PERFORM set_config('tiepdan.matter', v.matter_id::text, true);
  END IF;
  RETURN v.id;
END $$;


ALTER FUNCTION tiepdan.resume_request(p_key text) OWNER TO tiepdan_reader;

--
-- Name: root_matter(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.root_matter(p_matter bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  WITH RECURSIVE up(id, same_as_id, step) AS (
    SELECT id, same_as_id, 0 FROM matters_matter WHERE id = p_matter
    UNION ALL SELECT m.id, m.same_as_id, step + 1 FROM up JOIN matters_matter m ON m.id = up.same_as_id WHERE step < 20)
  SELECT id FROM up ORDER BY step DESC LIMIT 1;
$$;


ALTER FUNCTION tiepdan.root_matter(p_matter bigint) OWNER TO tiepdan_reader;

--
-- Name: seal_lines(bigint, text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.seal_lines(p_matter bigint, p_title text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT tiepdan.reads(p_matter) OR current_setting('tiepdan.sight') IN ('portal', 'oversight') THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_participation SET sealed = true, kind = 'denunciation', title = p_title WHERE matter_id = p_matter;
END $$;


ALTER FUNCTION tiepdan.seal_lines(p_matter bigint, p_title text) OWNER TO tiepdan_reader;

--
-- Name: sent_on(integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.sent_on(p_limit integer) RETURNS TABLE(transfer_id bigint, code text, to_name text, done_on date, letter text, taken_on date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
  IF coalesce(current_setting('tiepdan.sight', true), '') <> 'office' THEN RETURN; END IF;
  RETURN QUERY
  SELECT t.id, s.code::text, coalesce(b.name, t.to_text)::text, t.done_on,
         CASE WHEN p.number IS NOT NULL THEN concat_ws('/', p.number, nullif(p.symbol, '')) ELSE '' END, t.taken_on
    FROM routing_transfer t
    JOIN submissions_submission s ON s.id = t.submission_id
    LEFT JOIN agencies_agency b ON b.id = t.to_agency_id
    LEFT JOIN documents_paper p ON p.id = t.paper_id
    JOIN matters_matter m ON m.id = t.matter_id
   WHERE t.from_agency_id = current_setting('tiepdan.agency')::bigint AND t.act = 'forward' AND t.replied_on IS NULL
     AND NOT (m.sealed AND tiepdan.is_excluded(m.id))
   ORDER BY t.done_on, t.id LIMIT p_limit;
END $$;


ALTER FUNCTION tiepdan.sent_on(p_limit integer) OWNER TO tiepdan_reader;

--
-- Name: serves(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.serves(p_force bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM rosters_member m WHERE m.force_id = p_force AND m.left_on IS NULL
    AND m.user_id = nullif(current_setting('tiepdan.user', true), '')::bigint);
$$;


ALTER FUNCTION tiepdan.serves(p_force bigint) OWNER TO tiepdan_reader;

--
-- Name: succeed(bigint, timestamp with time zone, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.succeed(p_handover bigint, p_at timestamp with time zone, p_on date) RETURNS TABLE(moved_matter bigint, moved_to bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  h record;
  v record;
  t record;
  heir record;
  old bigint;
  own text := coalesce(current_setting('tiepdan.path', true), '');
  kept bigint;
  kept_rows bigint[];
  run bigint[];
  n integer := 0;
BEGIN
  SELECT * INTO h FROM matters_handover WHERE id = p_handover FOR UPDATE;
  IF NOT FOUND OR h.state <> 'approved' OR h.effect_on > p_on OR own = '' OR NOT starts_with(h.agency_path, own)
     OR coalesce(current_setting('tiepdan.role', true), '') NOT IN ('head', 'system') THEN
    RAISE EXCEPTION 'not a handover to be done' USING ERRCODE = 'insufficient_privilege';
  END IF;
  old := h.predecessor_id;
  SELECT a.id, a.path, a.level INTO heir FROM matters_handoverpart p JOIN agencies_agency a ON a.id = p.successor_id
   WHERE p.handover_id = h.id AND p.main;
  FOR v IN SELECT * FROM matters_participation WHERE agency_id = old AND closed_on IS NULL AND capacity <> 'passed_on'
            ORDER BY id FOR UPDATE LOOP
    SELECT a.id, a.path INTO t FROM agencies_agency a
     WHERE a.id = coalesce((SELECT m.to_agency_id FROM matters_move m JOIN matters_handoverpart p
                              ON p.handover_id = m.handover_id AND p.successor_id = m.to_agency_id
                             WHERE m.handover_id = h.id AND m.matter_id = v.matter_id), heir.id);
    -- Kept out of it: then the nearest agency above the old one that is not.
    IF EXISTS (SELECT 1 FROM matters_exclusion e WHERE e.matter_id = v.matter_id AND e.agency_path <> ''
                  AND starts_with(t.path, e.agency_path)) THEN
      SELECT a.id, a.path INTO t FROM agencies_agency a
       WHERE starts_with(h.agency_path, a.path) AND a.id <> old AND NOT EXISTS (SELECT 1 FROM matters_exclusion e
         WHERE e.matter_id = v.matter_id AND e.agency_path <> '' AND starts_with(a.path, e.agency_path))
       ORDER BY length(a.path) DESC LIMIT 1;
      IF NOT FOUND THEN RAISE EXCEPTION 'nobody may take matter %', v.matter_id USING ERRCODE = 'check_violation'; END IF;
    END IF;
    INSERT INTO matters_move (handover_id, matter_id, from_agency_id, to_agency_id, to_path, why, register_number, received_on,
        done)
      VALUES (h.id, v.matter_id, old, t.id, t.path, 'main', v.register_number, v.received_on, true)
      ON CONFLICT (handover_id, matter_id) DO UPDATE SET to_agency_id = t.id, to_path = t.path, done = true,
        register_number = excluded.register_number,
        why = CASE WHEN matters_move.to_agency_id = t.id THEN matters_move.why ELSE 'kept_out' END;
    -- Who is also posted at the new agency goes on with it; the others are released, and its head names somebody.
    kept := (SELECT p.user_id FROM accounts_post p WHERE p.user_id = v.handler_id AND p.agency_id = t.id
              AND p.starts_on <= greatest(p_on, h.effect_on) AND (p.ends_before IS NULL OR p.ends_before > p_on) LIMIT 1);
    INSERT INTO matters_participation (matter_id, agency_id, agency_path, capacity, sealed, code, kind, title, field_code,
        state, people, received_on, due_on, handler_id)
      VALUES (v.matter_id, t.id, t.path, v.capacity, v.sealed, v.code, v.kind, v.title, v.field_code, v.state, v.people,
        v.received_on, v.due_on, kept)
      ON CONFLICT (matter_id, agency_id) DO UPDATE SET state = excluded.state, closed_on = NULL,
        capacity = CASE WHEN matters_participation.capacity = 'settling' THEN 'settling' ELSE excluded.capacity END,
        due_on = least(matters_participation.due_on, excluded.due_on),
        handler_id = coalesce(matters_participation.handler_id, excluded.handler_id);
    UPDATE matters_participation SET capacity = 'passed_on', closed_on = greatest(h.effect_on, v.received_on), due_on = NULL,
      handler_id = NULL WHERE id = v.id;
    UPDATE matters_clock SET agency_id = t.id, agency_path = t.path
     WHERE matter_id = v.matter_id AND agency_id = old AND status IN ('open', 'paused');
    kept_rows := ARRAY(SELECT a.id FROM matters_assignment a JOIN accounts_post p ON p.user_id = a.user_id AND p.agency_id = t.id
       AND p.starts_on <= greatest(p_on, h.effect_on) AND (p.ends_before IS NULL OR p.ends_before > p_on)
     WHERE a.matter_id = v.matter_id AND a.agency_id = old AND a.ends_at IS NULL);
    UPDATE matters_assignment SET ends_at = p_at WHERE matter_id = v.matter_id AND agency_id = old AND ends_at IS NULL;
    INSERT INTO matters_assignment (matter_id, user_id, agency_id, duty, starts_at)
      SELECT DISTINCT matter_id, user_id, t.id, duty, p_at FROM matters_assignment WHERE id = ANY (kept_rows)
      ON CONFLICT DO NOTHING;
    UPDATE submissions_opening SET ends_at = p_at
     WHERE matter_id = v.matter_id AND agency_path = h.agency_path AND status IN ('granted', 'used') AND ends_at > p_at;
    UPDATE submissions_opening SET status = 'denied', decided_at = p_at
     WHERE matter_id = v.matter_id AND agency_path = h.agency_path AND status = 'asked';
    UPDATE matters_matter SET agency_id = t.id WHERE id = v.matter_id AND agency_id = old;
    UPDATE submissions_submission SET agency_id = t.id WHERE matter_id = v.matter_id AND agency_id = old;
    UPDATE cases_case SET agency_id = t.id,
      handler_id = (SELECT a.user_id FROM matters_assignment a WHERE a.matter_id = v.matter_id AND a.agency_id = t.id
                     AND a.user_id = handler_id AND a.ends_at IS NULL LIMIT 1),
      leader_id = (SELECT a.user_id FROM matters_assignment a WHERE a.matter_id = v.matter_id AND a.agency_id = t.id
                     AND a.user_id = leader_id AND a.ends_at IS NULL LIMIT 1),
      superior_id = nullif(superior_id, t.id)
     WHERE matter_id = v.matter_id AND agency_id = old AND closed_on IS NULL;
    UPDATE cases_case SET superior_id = nullif(t.id, agency_id)
     WHERE matter_id = v.matter_id AND superior_id = old AND closed_on IS NULL;
    UPDATE cases_urging SET to_agency_id = t.id WHERE matter_id = v.matter_id AND to_agency_id = old AND answered_on IS NULL;
    UPDATE routing_proposal SET agency_id = t.id WHERE matter_id = v.matter_id AND agency_id = old AND approved IS NULL;
    UPDATE routing_transfer SET to_agency_id = t.id
     WHERE matter_id = v.matter_id AND to_agency_id = old AND taken_on IS NULL AND from_agency_id <> t.id;
    UPDATE routing_transfer SET taken_on = h.effect_on
     WHERE matter_id = v.matter_id AND to_agency_id = old AND taken_on IS NULL AND from_agency_id = t.id;
    UPDATE documents_paper SET agency_id = t.id, agency_path = t.path, template_id = NULL
     WHERE matter_id = v.matter_id AND agency_id = old AND status IN ('draft', 'submitted', 'reviewed', 'approved');
    n := n + 1;
    moved_matter := v.matter_id;
    moved_to := t.id;
    RETURN NEXT;
  END LOOP;
  INSERT INTO matters_exclusion (matter_id, agency_path, reason)
    SELECT DISTINCT e.matter_id, p.successor_path, e.reason FROM matters_exclusion e
      JOIN matters_handoverpart p ON p.handover_id = h.id AND NOT starts_with(h.agency_path, p.successor_path)
     WHERE e.agency_path = h.agency_path
       AND NOT EXISTS (SELECT 1 FROM matters_participation l WHERE l.matter_id = e.matter_id AND l.agency_id = p.successor_id)
       AND NOT EXISTS (SELECT 1 FROM matters_exclusion k WHERE k.matter_id = e.matter_id AND k.agency_path = p.successor_path);
  -- What hangs on no matter goes to the main one: tasks and reports owed, plans coordinated, requests and letters.
  UPDATE plans_taskagency l SET status = 'released', reason = 'Cơ quan đã bàn giao', answered_at = p_at
   WHERE l.agency_id = old AND l.status IN ('given', 'accepted', 'objected')
     AND EXISTS (SELECT 1 FROM plans_taskagency o WHERE o.task_id = l.task_id AND o.agency_id = heir.id);
  UPDATE plans_progress g SET agency_path = heir.path FROM plans_taskagency l
   WHERE l.id = g.line_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_evidence e SET agency_path = heir.path FROM plans_progress g JOIN plans_taskagency l ON l.id = g.line_id
   WHERE g.id = e.progress_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_obstacle o SET agency_path = heir.path FROM plans_taskagency l
   WHERE l.id = o.line_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_taskurging u SET agency_path = heir.path FROM plans_taskagency l
   WHERE l.id = u.line_id AND l.agency_id = old AND l.status IN ('given', 'accepted', 'objected');
  UPDATE plans_taskagency SET agency_id = heir.id, agency_path = heir.path
   WHERE agency_id = old AND status IN ('given', 'accepted', 'objected');
  UPDATE plans_report r SET agency_id = heir.id, agency_path = heir.path
   WHERE r.agency_id = old AND r.status IN ('due', 'returned') AND NOT EXISTS (SELECT 1 FROM plans_report o
     WHERE o.duty_id = r.duty_id AND o.agency_id = heir.id AND o.starts_on = r.starts_on);
  UPDATE plans_obstacle SET via_id = heir.id, via_path = heir.path WHERE via_path = h.agency_path AND status = 'told';
  UPDATE plans_obstacle SET to_id = heir.id, to_path = heir.path WHERE to_path = h.agency_path AND answered_at IS NULL;
  UPDATE plans_report SET via_path = heir.path WHERE via_path = h.agency_path AND received_at IS NULL;
  UPDATE plans_report SET to_path = heir.path WHERE to_path = h.agency_path AND received_at IS NULL;
  UPDATE plans_reportduty SET via_path = heir.path WHERE via_path = h.agency_path AND ended_at IS NULL;
  UPDATE plans_reportduty SET to_path = heir.path WHERE to_path = h.agency_path AND ended_at IS NULL;
  UPDATE plans_reportduty SET agencies = (SELECT jsonb_agg(DISTINCT CASE WHEN one = to_jsonb(old) THEN to_jsonb(heir.id) ELSE one END)
      FROM jsonb_array_elements(agencies) AS one) WHERE agencies @> to_jsonb(old) AND ended_at IS NULL;
  run := ARRAY(SELECT id FROM plans_plan WHERE agency_id = old AND closed_at IS NULL);
  IF cardinality(run) > 0 THEN
    UPDATE plans_progress g SET coordinator_path = heir.path FROM plans_taskagency l WHERE l.id = g.line_id AND l.plan_id = ANY (run);
    UPDATE plans_evidence e SET coordinator_path = heir.path FROM plans_progress g JOIN plans_taskagency l ON l.id = g.line_id
     WHERE g.id = e.progress_id AND l.plan_id = ANY (run);
    UPDATE plans_obstacle o SET coordinator_path = heir.path FROM plans_taskagency l WHERE l.id = o.line_id AND l.plan_id = ANY (run);
    UPDATE plans_taskurging u SET coordinator_path = heir.path FROM plans_taskagency l WHERE l.id = u.line_id AND l.plan_id = ANY (run);
    UPDATE plans_registerentry r SET coordinator_path = heir.path FROM plans_task k WHERE k.id = r.task_id AND k.plan_id = ANY (run);
    UPDATE plans_task SET coordinator_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_taskagency SET coordinator_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_report SET coordinator_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_reportduty SET agency_path = heir.path WHERE plan_id = ANY (run);
    UPDATE plans_plan SET above_path = heir.path WHERE implements_id = ANY (run);
    UPDATE plans_plan SET agency_id = heir.id, agency_path = heir.path WHERE id = ANY (run);
  END IF;
  UPDATE plans_task SET agency_path = heir.path WHERE agency_path = h.agency_path AND status NOT IN ('done', 'withdrawn');
  UPDATE privacy_datarequest SET agency_id = heir.id, agency_path = heir.path WHERE agency_id = old AND state = 'open';
  UPDATE documents_personalletter SET agency_id = heir.id, agency_path = heir.path WHERE agency_id = old AND state = 'waiting';
  UPDATE cases_obligation SET agency_id = heir.id WHERE agency_id = old AND done_on IS NULL;
  UPDATE matters_handover SET state = 'done', done_at = p_at, moved = n WHERE id = h.id;
END $$;


ALTER FUNCTION tiepdan.succeed(p_handover bigint, p_at timestamp with time zone, p_on date) OWNER TO tiepdan_reader;

--
-- Name: take_in(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, text, jsonb); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.take_in(p_line jsonb, p_submission jsonb, p_parties jsonb, p_seals jsonb, p_series jsonb, p_clocks jsonb, p_words text, p_entry jsonb) RETURNS TABLE(matter_id bigint, submission_id bigint, number integer, clock_ids bigint[])
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
DECLARE
  v_line matters_participation := jsonb_populate_record(NULL::matters_participation, p_line);
  v_id bigint := nextval('submissions_submission_id_seq');
  v_matter bigint;
  v_register bigint;
  v_number integer;
  v_clocks bigint[] := ARRAY(SELECT nextval('matters_clock_id_seq') FROM jsonb_array_elements(p_clocks));
BEGIN
  IF p_series IS NOT NULL THEN
    SELECT next.register_id, next.number INTO v_register, v_number
      FROM tiepdan.next_number(v_line.agency_id, v_line.agency_path, p_series->>'book', '', (p_series->>'year')::integer,
        (p_series->>'number')::integer) AS next;
  END IF;
  v_matter := tiepdan.open_matter(v_line.agency_id, v_line.kind, v_line.sealed, v_line.code, v_line.title, v_line.received_on,
    v_line.people, v_line.field_code, (p_submission->>'created_at')::timestamptz, v_number, v_line.due_on);
  INSERT INTO submissions_submission SELECT r.* FROM jsonb_populate_record(NULL::submissions_submission,
    p_submission || jsonb_build_object('id', v_id, 'matter_id', v_matter)) AS r;
  IF v_register IS NOT NULL THEN
    INSERT INTO documents_registernumber (register_id, agency_path, number, given_on, matter_id, subject, cancel_reason)
      VALUES (v_register, v_line.agency_path, v_number, v_line.received_on, v_matter, 'submission:' || v_id, '');
  END IF;
  INSERT INTO submissions_party SELECT r.* FROM jsonb_array_elements(p_parties) AS party, jsonb_populate_record(
    NULL::submissions_party, party || jsonb_build_object('matter_id', v_matter, 'submission_id', v_id)) AS r;
  INSERT INTO submissions_sealedidentity (matter_id, party_id, envelope)
    SELECT v_matter, r.party_id, r.envelope FROM jsonb_populate_recordset(NULL::submissions_sealedidentity, p_seals) AS r;
  INSERT INTO matters_clock SELECT r.*
    FROM jsonb_array_elements(p_clocks) WITH ORDINALITY AS clock(told, place), jsonb_populate_record(
      NULL::matters_clock, clock.told || jsonb_build_object('id', v_clocks[clock.place], 'matter_id', v_matter)) AS r;
  PERFORM tiepdan.index_words(v_matter, p_words);
  INSERT INTO audit_entry (at, act, actor_id, actor_name, actor_role, actor_unit, agency_path, matter_id, subject, before,
      after, reason, rule)
    SELECT e.at, e.act, e.actor_id, e.actor_name, e.actor_role, e.actor_unit, e.agency_path, v_matter, 'submission:' || v_id,
           e.before, e.after, e.reason, e.rule
      FROM jsonb_populate_record(NULL::audit_entry, p_entry) AS e;
  RETURN QUERY SELECT v_matter, v_id, v_number, v_clocks;
END $$;


ALTER FUNCTION tiepdan.take_in(p_line jsonb, p_submission jsonb, p_parties jsonb, p_seals jsonb, p_series jsonb, p_clocks jsonb, p_words text, p_entry jsonb) OWNER TO tiepdan_owner;

--
-- Name: take_over(bigint, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.take_over(p_case bigint, p_on date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  own bigint := nullif(current_setting('tiepdan.agency', true), '')::bigint;
  v_matter bigint;
BEGIN
  SELECT matter_id INTO v_matter FROM cases_case WHERE id = p_case AND superior_id = own;
  IF v_matter IS NULL OR NOT tiepdan.writes(v_matter) OR current_setting('tiepdan.role', true) NOT IN ('head', 'deputy') THEN
    RAISE EXCEPTION 'not the superior of this case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_clock SET status = 'cancelled', closed_on = p_on
   WHERE matter_id = v_matter AND agency_id <> own AND status IN ('open', 'paused');
  UPDATE matters_participation SET capacity = 'passed_on', closed_on = p_on, due_on = NULL, handler_id = NULL
   WHERE matter_id = v_matter AND agency_id <> own AND capacity IN ('settling', 'received');
  UPDATE matters_assignment SET ends_at = now() WHERE matter_id = v_matter AND agency_id <> own AND ends_at IS NULL;
  UPDATE matters_participation SET capacity = 'settling', closed_on = NULL WHERE matter_id = v_matter AND agency_id = own;
  UPDATE matters_matter SET agency_id = own WHERE id = v_matter;
END $$;


ALTER FUNCTION tiepdan.take_over(p_case bigint, p_on date) OWNER TO tiepdan_reader;

--
-- Name: taken_slots(bigint, date, date); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.taken_slots(p_agency bigint, p_from date, p_to date) RETURNS TABLE(session_code text, taken_on date, slot_at time without time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT coalesce(s.code, ''), a."on", a.slot_at FROM agenda_appointment a
    LEFT JOIN agenda_receptionsession s ON s.id = a.session_id
   WHERE a.agency_id = p_agency AND a.status <> 'cancelled' AND a."on" BETWEEN p_from AND p_to;
$$;


ALTER FUNCTION tiepdan.taken_slots(p_agency bigint, p_from date, p_to date) OWNER TO tiepdan_reader;

--
-- Name: tell_first_settler(bigint, timestamp with time zone); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.tell_first_settler(p_case bigint, p_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE v record;
BEGIN
  SELECT id, matter_id INTO v FROM cases_case WHERE id = p_case;
  IF NOT FOUND OR NOT tiepdan.writes(v.matter_id) THEN
    RAISE EXCEPTION 'not a case of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO matters_notice (agency_id, agency_path, role, kind, code, matter_id, made_at)
    SELECT c.agency_id, a.path, 'head', 'second_complaint', c.code, c.matter_id, p_at
      FROM cases_link l JOIN cases_case c ON c.code = l.code JOIN matters_matter m ON m.id = c.matter_id
      JOIN agencies_agency a ON a.id = c.agency_id
     WHERE l.case_id = v.id AND l.kind = 'first' AND l.ended_on IS NULL AND NOT m.sealed AND c.procedure <> 'denunciation'
       AND c.matter_id <> v.matter_id
     ORDER BY c.id DESC LIMIT 1;
END $$;


ALTER FUNCTION tiepdan.tell_first_settler(p_case bigint, p_at timestamp with time zone) OWNER TO tiepdan_reader;

--
-- Name: tell_import(bigint, integer); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.tell_import(p_run bigint, p_done integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  UPDATE imports_importrun SET done = p_done WHERE id = p_run AND state = 'running' AND p_done BETWEEN 0 AND rows;
$$;


ALTER FUNCTION tiepdan.tell_import(p_run bigint, p_done integer) OWNER TO tiepdan_reader;

--
-- Name: tell_lines(bigint, text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.tell_lines(p_matter bigint, p_state text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  IF NOT tiepdan.reads(p_matter) THEN
    RAISE EXCEPTION 'not a matter of the own agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_participation SET state = p_state
   WHERE matter_id = p_matter AND capacity IN ('passed_on', 'assisting', 'urging')
     AND agency_id <> current_setting('tiepdan.agency')::bigint;
END $$;


ALTER FUNCTION tiepdan.tell_lines(p_matter bigint, p_state text) OWNER TO tiepdan_reader;

--
-- Name: tell_settler(bigint, text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.tell_settler(p_case bigint, p_state text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
  own bigint := nullif(current_setting('tiepdan.agency', true), '')::bigint;
  v_case record;
BEGIN
  SELECT matter_id, agency_id INTO v_case FROM cases_case WHERE id = p_case AND superior_id = own;
  IF v_case.matter_id IS NULL OR NOT tiepdan.writes(v_case.matter_id) THEN
    RAISE EXCEPTION 'not the superior of this case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE matters_participation SET state = p_state WHERE matter_id = v_case.matter_id AND agency_id = v_case.agency_id;
END $$;


ALTER FUNCTION tiepdan.tell_settler(p_case bigint, p_state text) OWNER TO tiepdan_reader;

--
-- Name: title_order(text); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE FUNCTION tiepdan.title_order(p_title text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  SELECT btrim(regexp_replace(translate(left(normalize(p_title, NFC), 60), 'aAàÀảẢãÃáÁạẠăĂằẰẳẲẵẴắẮặẶâÂầẦẩẨẫẪấẤậẬbBcCdDđĐeEèÈẻẺẽẼéÉẹẸêÊềỀểỂễỄếẾệỆfFgGhHiIìÌỉỈĩĨíÍịỊjJkKlLmMnNoOòÒỏỎõÕóÓọỌôÔồỒổỔỗỖốỐộỘơƠờỜởỞỡỠớỚợỢpPqQrRsStTuUùÙủỦũŨúÚụỤưƯừỪửỬữỮứỨựỰvVwWxXyYỳỲỷỶỹỸýÝỵỴzZ', 'AAAAAAAAAAAABBBBBBBBBBBBCCCCCCCCCCCCDDEEFFGGHHHHHHHHHHHHIIIIIIIIIIIIJJKKLLMMMMMMMMMMMMNNOOPPQQRRSSSSSSSSSSSSTTTTTTTTTTTTUUUUUUUUUUUUVVWWXXYYZZaaaaaaaaaaaabbbbbbbbbbbbccddeeffffffffffffgg'),
                              '[^0-9A-Za-z]+', '!', 'g'), '!')
    || ' ' || regexp_replace(translate(left(normalize(p_title, NFC), 60), 'aAàÀảẢãÃáÁạẠăĂằẰẳẲẵẴắẮặẶâÂầẦẩẨẫẪấẤậẬeEèÈẻẺẽẼéÉẹẸêÊềỀểỂễỄếẾệỆiIìÌỉỈĩĨíÍịỊoOòÒỏỎõÕóÓọỌôÔồỒổỔỗỖốỐộỘơƠờỜởỞỡỠớỚợỢuUùÙủỦũŨúÚụỤưƯừỪửỬữỮứỨựỰyYỳỲỷỶỹỸýÝỵỴ0123456789', '001122334455001122334455001122334455001122334455001122334455001122334455001122334455001122334455001122334455001122334455001122334455001122334455'),
                             '[^0-5]+', '', 'g');
$$;


ALTER FUNCTION tiepdan.title_order(p_title text) OWNER TO tiepdan_owner;

--
-- Name: was_asked(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.was_asked(p_series bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM situation_expected e WHERE e.series_id = p_series
    AND e.agency_path = current_setting('tiepdan.path', true));
$$;


ALTER FUNCTION tiepdan.was_asked(p_series bigint) OWNER TO tiepdan_reader;

--
-- Name: was_sent(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.was_sent(p_series bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  SELECT EXISTS (SELECT 1 FROM situation_situationreport r WHERE r.series_id = p_series AND r.sent_at IS NOT NULL
    AND r.receiver_path = current_setting('tiepdan.path', true));
$$;


ALTER FUNCTION tiepdan.was_sent(p_series bigint) OWNER TO tiepdan_reader;

--
-- Name: writes(bigint); Type: FUNCTION; Schema: tiepdan; Owner: tiepdan_reader
--

CREATE FUNCTION tiepdan.writes(p_matter bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
  RETURN tiepdan.reads(p_matter)
     AND (current_setting('tiepdan.sight', true) <> 'oversight' OR tiepdan.is_assigned(p_matter));
END $$;


ALTER FUNCTION tiepdan.writes(p_matter bigint) OWNER TO tiepdan_reader;

--
-- Name: account_emailaddress; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.account_emailaddress OWNER TO tiepdan_owner;

--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: account_emailconfirmation; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation OWNER TO tiepdan_owner;

--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_apiclient; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.accounts_apiclient (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    token_hash character varying(64) NOT NULL,
    scopes jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    agency_id bigint NOT NULL
);


ALTER TABLE public.accounts_apiclient OWNER TO tiepdan_owner;

--
-- Name: accounts_apiclient_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.accounts_apiclient ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_apiclient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_firstadministratorcode; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.accounts_firstadministratorcode (
    id bigint NOT NULL,
    code_hash character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);


ALTER TABLE public.accounts_firstadministratorcode OWNER TO tiepdan_owner;

--
-- Name: accounts_firstadministratorcode_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.accounts_firstadministratorcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_firstadministratorcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_post; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.accounts_post (
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    agency_id bigint NOT NULL,
    user_id bigint NOT NULL,
    acting_for character varying(120) NOT NULL,
    delegated_by bigint,
    delegation character varying(120) NOT NULL,
    given_by_id bigint NOT NULL,
    waits boolean NOT NULL,
    turned_down character varying(200) NOT NULL,
    CONSTRAINT delegation_says_by_whom_and_until CHECK (((delegated_by IS NULL) OR ((NOT ((acting_for)::text = ''::text)) AND (NOT ((delegation)::text = ''::text)) AND (ends_before IS NOT NULL))))
);


ALTER TABLE public.accounts_post OWNER TO tiepdan_owner;

--
-- Name: accounts_post_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.accounts_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: accounts_user; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    username character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(30) NOT NULL,
    is_active boolean NOT NULL,
    must_change_password boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);


ALTER TABLE public.accounts_user OWNER TO tiepdan_owner;

--
-- Name: accounts_user_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agencies_agency; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agencies_agency (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    name character varying(200) NOT NULL,
    short_name character varying(80) NOT NULL,
    folded_name character varying(300) NOT NULL,
    kind character varying(24) NOT NULL,
    level character varying(12) NOT NULL,
    path character varying(120) NOT NULL COLLATE pg_catalog."C",
    area_code character varying(8) NOT NULL,
    address character varying(200) NOT NULL,
    phone character varying(30) NOT NULL,
    symbol character varying(30) NOT NULL,
    head_title character varying(80) NOT NULL,
    receives boolean NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    parent_id bigint,
    CONSTRAINT agency_ends_after_start CHECK (((ends_before IS NULL) OR (ends_before > starts_on)))
);


ALTER TABLE public.agencies_agency OWNER TO tiepdan_owner;

--
-- Name: agencies_agency_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agencies_agency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_agency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agencies_localrule; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agencies_localrule (
    id bigint NOT NULL,
    code character varying(24) NOT NULL,
    value character varying(40) NOT NULL,
    starts_on date NOT NULL,
    reason character varying(300) NOT NULL,
    set_by bigint NOT NULL,
    set_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    agency_id bigint NOT NULL
);


ALTER TABLE public.agencies_localrule OWNER TO tiepdan_owner;

--
-- Name: agencies_localrule_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agencies_localrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_localrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agencies_succession; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agencies_succession (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    "on" date NOT NULL,
    share character varying(300) NOT NULL,
    decision character varying(120) NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint,
    CONSTRAINT succession_has_successor CHECK (((((kind)::text = 'end'::text) AND (successor_id IS NULL)) OR ((NOT ((kind)::text = 'end'::text)) AND (successor_id IS NOT NULL))))
);


ALTER TABLE public.agencies_succession OWNER TO tiepdan_owner;

--
-- Name: agencies_succession_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agencies_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_appointment; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agenda_appointment (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    pin_hash bytea NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    "on" date NOT NULL,
    slot_at time without time zone NOT NULL,
    people smallint NOT NULL,
    via character varying(6) NOT NULL,
    status character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    session_id bigint
);


ALTER TABLE public.agenda_appointment OWNER TO tiepdan_owner;

--
-- Name: agenda_appointment_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_appointment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_followup; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agenda_followup (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    kind character varying(12) NOT NULL,
    content text NOT NULL,
    body character varying(200) NOT NULL,
    contact character varying(160) NOT NULL,
    due_on date NOT NULL,
    done_on date,
    result text NOT NULL,
    result_sent_on date,
    created_at timestamp with time zone NOT NULL,
    visit_id bigint NOT NULL,
    session_id bigint NOT NULL
);


ALTER TABLE public.agenda_followup OWNER TO tiepdan_owner;

--
-- Name: agenda_followup_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_queueticket; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agenda_queueticket (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    "on" date NOT NULL,
    number smallint NOT NULL,
    status character varying(10) NOT NULL,
    room character varying(40) NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    called_at timestamp with time zone,
    ended_at timestamp with time zone,
    agency_id bigint NOT NULL,
    appointment_id bigint
);


ALTER TABLE public.agenda_queueticket OWNER TO tiepdan_owner;

--
-- Name: agenda_queueticket_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_queueticket ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_queueticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_receptionhours; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agenda_receptionhours (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    weekday smallint NOT NULL,
    starts_at time without time zone NOT NULL,
    ends_at time without time zone NOT NULL,
    place character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    agency_id bigint NOT NULL,
    CONSTRAINT hours_in_order CHECK ((ends_at > starts_at))
);


ALTER TABLE public.agenda_receptionhours OWNER TO tiepdan_owner;

--
-- Name: agenda_receptionhours_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_receptionhours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_receptionhours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_receptionsession; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agenda_receptionsession (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    chair character varying(16) NOT NULL,
    chair_name character varying(120) NOT NULL,
    chair_title character varying(120) NOT NULL,
    kind character varying(14) NOT NULL,
    trigger character varying(8) NOT NULL,
    "on" date NOT NULL,
    starts_at time without time zone NOT NULL,
    ends_at time without time zone NOT NULL,
    place character varying(200) NOT NULL,
    mode character varying(10) NOT NULL,
    focus text NOT NULL,
    participants text NOT NULL,
    status character varying(10) NOT NULL,
    announced_on date,
    posting_due_on date NOT NULL,
    delegate_name character varying(120) NOT NULL,
    delegate_title character varying(120) NOT NULL,
    delegate_reason character varying(300) NOT NULL,
    note_taker character varying(120) NOT NULL,
    opinion text NOT NULL,
    cancel_reason character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    conclusion_id bigint,
    created_by_id bigint NOT NULL,
    CONSTRAINT session_hours_in_order CHECK ((ends_at > starts_at))
);


ALTER TABLE public.agenda_receptionsession OWNER TO tiepdan_owner;

--
-- Name: agenda_receptionsession_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_receptionsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_receptionsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_sessionmove; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agenda_sessionmove (
    id bigint NOT NULL,
    from_on date NOT NULL,
    from_at time without time zone NOT NULL,
    to_on date NOT NULL,
    to_at time without time zone NOT NULL,
    reason character varying(300) NOT NULL,
    was_announced boolean NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    session_id bigint NOT NULL
);


ALTER TABLE public.agenda_sessionmove OWNER TO tiepdan_owner;

--
-- Name: agenda_sessionmove_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_sessionmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_sessionmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: agenda_sessionvisit; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.agenda_sessionvisit (
    id bigint NOT NULL,
    session_id bigint NOT NULL,
    visit_id bigint NOT NULL
);


ALTER TABLE public.agenda_sessionvisit OWNER TO tiepdan_owner;

--
-- Name: agenda_sessionvisit_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_sessionvisit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_sessionvisit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    act character varying(60) NOT NULL,
    actor_id bigint NOT NULL,
    actor_name character varying(120) NOT NULL,
    actor_role character varying(30) NOT NULL,
    actor_unit character varying(200) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    matter_id bigint,
    subject character varying(60) NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    reason text NOT NULL,
    rule character varying(60) NOT NULL,
    xact bigint NOT NULL,
    lane smallint NOT NULL,
    seq bigint NOT NULL,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL
);


ALTER TABLE public.audit_entry OWNER TO tiepdan_owner;

--
-- Name: audit_entry_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_head; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.audit_head (
    lane smallint NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL
);


ALTER TABLE public.audit_head OWNER TO tiepdan_owner;

--
-- Name: audit_seal; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.audit_seal (
    id bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    lane smallint NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    signature character varying(64) NOT NULL
);


ALTER TABLE public.audit_seal OWNER TO tiepdan_owner;

--
-- Name: audit_seal_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.audit_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group OWNER TO tiepdan_owner;

--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions OWNER TO tiepdan_owner;

--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission OWNER TO tiepdan_owner;

--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cache; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE UNLOGGED TABLE public.cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


ALTER TABLE public.cache OWNER TO tiepdan_owner;

--
-- Name: cases_case; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_case (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    procedure character varying(30) NOT NULL,
    procedure_on date NOT NULL,
    state character varying(30) NOT NULL,
    state_before_suspension character varying(30) NOT NULL,
    received_on date NOT NULL,
    accepted_on date,
    decided_on date,
    delivered_on date,
    in_effect_on date,
    closed_on date,
    people integer NOT NULL,
    complexity jsonb NOT NULL,
    complexity_note text NOT NULL,
    remote boolean NOT NULL,
    demand_differs boolean,
    outcome character varying(20) NOT NULL,
    outcome_note text NOT NULL,
    facts jsonb NOT NULL,
    windows jsonb NOT NULL,
    agency_id bigint NOT NULL,
    handler_id bigint,
    leader_id bigint,
    matter_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    superior_id bigint,
    destroyed_on date
);


ALTER TABLE public.cases_case OWNER TO tiepdan_owner;

--
-- Name: cases_case_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_courtfile; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_courtfile (
    id bigint NOT NULL,
    court character varying(160) NOT NULL,
    number character varying(60) NOT NULL,
    accepted_on date NOT NULL,
    handed_over_on date,
    judged_on date,
    judgment character varying(60) NOT NULL,
    effect character varying(16) NOT NULL,
    effect_note text NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_courtfile OWNER TO tiepdan_owner;

--
-- Name: cases_courtfile_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_courtfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_courtfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_evidence; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_evidence (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    supplied_by character varying(160) NOT NULL,
    supplied_on date NOT NULL,
    note text NOT NULL,
    case_id bigint NOT NULL,
    file_id bigint,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_evidence OWNER TO tiepdan_owner;

--
-- Name: cases_evidence_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_extension; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_extension (
    id bigint NOT NULL,
    days smallint NOT NULL,
    decided_on date NOT NULL,
    reason text NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    paper_id bigint,
    CONSTRAINT extension_up_to_30 CHECK (((days >= 1) AND (days <= 30)))
);


ALTER TABLE public.cases_extension OWNER TO tiepdan_owner;

--
-- Name: cases_extension_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_extension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_finding; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_finding (
    id bigint NOT NULL,
    issue text NOT NULL,
    finding character varying(14) NOT NULL,
    basis text NOT NULL,
    proposal text NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_finding OWNER TO tiepdan_owner;

--
-- Name: cases_finding_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_link; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_link (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    code character varying(16) NOT NULL,
    what character varying(300) NOT NULL,
    made_on date NOT NULL,
    ended_on date,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_link OWNER TO tiepdan_owner;

--
-- Name: cases_link_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_link ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_mandate; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_mandate (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    name character varying(160) NOT NULL,
    document character varying(200) NOT NULL,
    form character varying(16) NOT NULL,
    given_on date NOT NULL,
    scope text NOT NULL,
    recorded_on date NOT NULL,
    ended_on date,
    end_reason character varying(300) NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    party_id bigint
);


ALTER TABLE public.cases_mandate OWNER TO tiepdan_owner;

--
-- Name: cases_mandate_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_mandate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_mandate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_note; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_note (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_note OWNER TO tiepdan_owner;

--
-- Name: cases_note_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_obligation; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_obligation (
    id bigint NOT NULL,
    what text NOT NULL,
    money_million_vnd numeric(16,3) NOT NULL,
    land_m2 numeric(16,2) NOT NULL,
    persons integer NOT NULL,
    to_state boolean NOT NULL,
    due_on date,
    done_on date,
    done_note text NOT NULL,
    agency_id bigint,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_obligation OWNER TO tiepdan_owner;

--
-- Name: cases_obligation_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_obligation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_obligation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_protection; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_protection (
    id bigint NOT NULL,
    asked_on date NOT NULL,
    asked_how character varying(12) NOT NULL,
    written_on date,
    goods jsonb NOT NULL,
    decided_on date,
    granted boolean,
    measures jsonb NOT NULL,
    protector character varying(200) NOT NULL,
    reason text NOT NULL,
    ended_on date,
    end_ground character varying(40) NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_protection OWNER TO tiepdan_owner;

--
-- Name: cases_protection_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_protection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_protection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_protectiondetail; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_protectiondetail (
    id bigint NOT NULL,
    envelope bytea NOT NULL,
    matter_id bigint NOT NULL,
    protection_id bigint NOT NULL
);


ALTER TABLE public.cases_protectiondetail OWNER TO tiepdan_owner;

--
-- Name: cases_protectiondetail_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_protectiondetail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_protectiondetail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_publication; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_publication (
    id bigint NOT NULL,
    way character varying(16) NOT NULL,
    from_on date NOT NULL,
    until_on date,
    times smallint NOT NULL,
    place character varying(160) NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_publication OWNER TO tiepdan_owner;

--
-- Name: cases_publication_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_publication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_review; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_review (
    id bigint NOT NULL,
    ordered_by character varying(200) NOT NULL,
    ordered_on date NOT NULL,
    signs text NOT NULL,
    result character varying(12) NOT NULL,
    result_on date,
    remedy text NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.cases_review OWNER TO tiepdan_owner;

--
-- Name: cases_review_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_session; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_session (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    held_on date NOT NULL,
    notified_on date,
    place character varying(160) NOT NULL,
    chair character varying(160) NOT NULL,
    with_whom character varying(40) NOT NULL,
    present jsonb NOT NULL,
    absence character varying(20) NOT NULL,
    minutes text NOT NULL,
    agreed text NOT NULL,
    still_open text NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    paper_id bigint,
    envelope bytea
);


ALTER TABLE public.cases_session OWNER TO tiepdan_owner;

--
-- Name: cases_session_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_step; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_step (
    id bigint NOT NULL,
    act character varying(40) NOT NULL,
    from_state character varying(30) NOT NULL,
    to_state character varying(30) NOT NULL,
    done_on date NOT NULL,
    done_at timestamp with time zone NOT NULL,
    note text NOT NULL,
    facts jsonb NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    paper_id bigint
);


ALTER TABLE public.cases_step OWNER TO tiepdan_owner;

--
-- Name: cases_step_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_suspension; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_suspension (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    ground character varying(40) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    reason text NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    CONSTRAINT suspension_ends_after CHECK (((ends_before IS NULL) OR (ends_before >= starts_on)))
);


ALTER TABLE public.cases_suspension OWNER TO tiepdan_owner;

--
-- Name: cases_suspension_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_suspension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_suspension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_teammember; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_teammember (
    id bigint NOT NULL,
    is_head boolean NOT NULL,
    ends_on date,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.cases_teammember OWNER TO tiepdan_owner;

--
-- Name: cases_teammember_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_teammember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_teammember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cases_urging; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.cases_urging (
    id bigint NOT NULL,
    asked_on date NOT NULL,
    text text NOT NULL,
    answer_by date,
    answered_on date,
    answer text NOT NULL,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    from_agency_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    paper_id bigint,
    to_agency_id bigint NOT NULL
);


ALTER TABLE public.cases_urging OWNER TO tiepdan_owner;

--
-- Name: cases_urging_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_urging ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_urging_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type OWNER TO tiepdan_owner;

--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations OWNER TO tiepdan_owner;

--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


ALTER TABLE public.django_session OWNER TO tiepdan_owner;

--
-- Name: documents_delivery; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_delivery (
    id bigint NOT NULL,
    addressee character varying(30) NOT NULL,
    addressee_name character varying(200) NOT NULL,
    way character varying(12) NOT NULL,
    sent_on date,
    received_on date,
    proof character varying(200) NOT NULL,
    agency_id bigint,
    matter_id bigint,
    paper_id bigint NOT NULL,
    recall_confirmed_on date,
    CONSTRAINT received_after_sent CHECK (((received_on IS NULL) OR ((received_on >= sent_on) AND (sent_on IS NOT NULL))))
);


ALTER TABLE public.documents_delivery OWNER TO tiepdan_owner;

--
-- Name: documents_delivery_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_formtemplate; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_formtemplate (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    form_key character varying(40) NOT NULL,
    version integer NOT NULL,
    note character varying(200) NOT NULL,
    added_by character varying(120) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(120) NOT NULL,
    agency_id bigint NOT NULL,
    file_id bigint NOT NULL
);


ALTER TABLE public.documents_formtemplate OWNER TO tiepdan_owner;

--
-- Name: documents_formtemplate_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_formtemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_formtemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_paper; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_paper (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    form_key character varying(40) NOT NULL,
    title character varying(200) NOT NULL,
    "values" jsonb NOT NULL,
    sealed_values bytea,
    sealed boolean NOT NULL,
    status character varying(10) NOT NULL,
    number integer,
    symbol character varying(40) NOT NULL,
    dated_on date,
    recipients jsonb NOT NULL,
    signer_name character varying(120) NOT NULL,
    signer_title character varying(160) NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    cancel_reason character varying(300) NOT NULL,
    agency_id bigint NOT NULL,
    drafted_by_id bigint,
    issued_by_id bigint,
    matter_id bigint,
    file_id bigint,
    approved_by_id bigint,
    ended_on date,
    ended_reason character varying(300) NOT NULL,
    relates_to_id bigint,
    relation character varying(8) NOT NULL,
    returned_note character varying(300) NOT NULL,
    reviewed_by_id bigint,
    template_id bigint,
    act character varying(60) NOT NULL,
    act_typed bytea,
    act_of character varying(40) NOT NULL,
    CONSTRAINT issued_paper_has_a_date CHECK (((NOT ((status)::text = 'issued'::text)) OR (dated_on IS NOT NULL)))
);


ALTER TABLE public.documents_paper OWNER TO tiepdan_owner;

--
-- Name: documents_paper_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_personalletter; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_personalletter (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    addressee character varying(160) NOT NULL,
    postal_mark character varying(120) NOT NULL,
    received_on date NOT NULL,
    state character varying(10) NOT NULL,
    handed_on date,
    handed_to character varying(160) NOT NULL,
    registered_as character varying(40) NOT NULL,
    added_by character varying(120) NOT NULL,
    agency_id bigint NOT NULL
);


ALTER TABLE public.documents_personalletter OWNER TO tiepdan_owner;

--
-- Name: documents_personalletter_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_personalletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_personalletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_register; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_register (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    book character varying(10) NOT NULL,
    document_type character varying(30) NOT NULL,
    year smallint NOT NULL,
    last_number integer NOT NULL,
    agency_id bigint NOT NULL
);


ALTER TABLE public.documents_register OWNER TO tiepdan_owner;

--
-- Name: documents_register_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_register ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_register_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_registernumber; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_registernumber (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    given_on date NOT NULL,
    subject character varying(60) NOT NULL,
    cancelled_on date,
    cancel_reason character varying(300) NOT NULL,
    matter_id bigint,
    register_id bigint NOT NULL
);


ALTER TABLE public.documents_registernumber OWNER TO tiepdan_owner;

--
-- Name: documents_registernumber_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_registernumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_registernumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_signedcopy; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_signedcopy (
    id bigint NOT NULL,
    added_by character varying(120) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    matter_id bigint,
    paper_id bigint NOT NULL
);


ALTER TABLE public.documents_signedcopy OWNER TO tiepdan_owner;

--
-- Name: documents_signedcopy_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_signedcopy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_signedcopy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_storedfile; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_storedfile (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    size_bytes bigint NOT NULL,
    media_type character varying(80) NOT NULL,
    pages integer,
    thumbnail_key character varying(80) NOT NULL
);


ALTER TABLE public.documents_storedfile OWNER TO tiepdan_owner;

--
-- Name: documents_storedfile_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: documents_trustedcertificate; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.documents_trustedcertificate (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    subject character varying(300) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    der bytea NOT NULL,
    not_before timestamp with time zone NOT NULL,
    not_after timestamp with time zone NOT NULL,
    added_by character varying(120) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    agency_id bigint NOT NULL
);


ALTER TABLE public.documents_trustedcertificate OWNER TO tiepdan_owner;

--
-- Name: documents_trustedcertificate_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_trustedcertificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.documents_trustedcertificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: duplicates_link; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.duplicates_link (
    id bigint NOT NULL,
    same boolean NOT NULL,
    likeness double precision NOT NULL,
    found_at timestamp with time zone NOT NULL,
    earlier_id bigint NOT NULL,
    found_by_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    submission_id bigint NOT NULL
);


ALTER TABLE public.duplicates_link OWNER TO tiepdan_owner;

--
-- Name: duplicates_link_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.duplicates_link ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duplicates_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: duplicates_sketch; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.duplicates_sketch (
    id bigint NOT NULL,
    hashes integer[] NOT NULL,
    size integer NOT NULL,
    attacked_hash integer,
    matter_id bigint NOT NULL,
    submission_id bigint NOT NULL
);


ALTER TABLE public.duplicates_sketch OWNER TO tiepdan_owner;

--
-- Name: duplicates_sketch_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.duplicates_sketch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duplicates_sketch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: imports_importitem; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.imports_importitem (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    "row" integer NOT NULL,
    subject character varying(60) NOT NULL,
    status character varying(12) NOT NULL,
    number integer NOT NULL,
    year smallint NOT NULL,
    run_id bigint NOT NULL
);


ALTER TABLE public.imports_importitem OWNER TO tiepdan_owner;

--
-- Name: imports_importitem_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.imports_importitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: imports_importrun; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.imports_importrun (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    book character varying(12) NOT NULL,
    name character varying(160) NOT NULL,
    envelope bytea,
    headers jsonb NOT NULL,
    header_row integer NOT NULL,
    mapping jsonb NOT NULL,
    state character varying(8) NOT NULL,
    rows integer NOT NULL,
    done integer NOT NULL,
    problems jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    undone_at timestamp with time zone,
    undo_reason character varying(300) NOT NULL,
    agency_id bigint NOT NULL,
    made_by_id bigint NOT NULL
);


ALTER TABLE public.imports_importrun OWNER TO tiepdan_owner;

--
-- Name: imports_importrun_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.imports_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_callout; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_callout (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    title character varying(160) NOT NULL,
    phone character varying(30) NOT NULL,
    called_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    came_at timestamp with time zone,
    user_id bigint,
    incident_id bigint NOT NULL
);


ALTER TABLE public.incidents_callout OWNER TO tiepdan_owner;

--
-- Name: incidents_callout_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_callout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_callout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_contact; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_contact (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    name character varying(120) NOT NULL,
    title character varying(160) NOT NULL,
    phone character varying(30) NOT NULL,
    situation_id bigint NOT NULL
);


ALTER TABLE public.incidents_contact OWNER TO tiepdan_owner;

--
-- Name: incidents_contact_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_homenotice; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_homenotice (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    told_at timestamp with time zone NOT NULL,
    answer character varying(300) NOT NULL,
    answered_at timestamp with time zone,
    end_seen_at timestamp with time zone,
    agency_id bigint NOT NULL,
    answered_by_id bigint,
    incident_id bigint NOT NULL
);


ALTER TABLE public.incidents_homenotice OWNER TO tiepdan_owner;

--
-- Name: incidents_homenotice_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_homenotice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_homenotice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_incident; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_incident (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    situation character varying(160) NOT NULL,
    place character varying(200) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    people integer NOT NULL,
    most_people integer NOT NULL,
    about character varying(300) NOT NULL,
    demands text NOT NULL,
    received_by character varying(300) NOT NULL,
    spokespersons jsonb NOT NULL,
    urgent boolean NOT NULL,
    acknowledged_at timestamp with time zone,
    agreed text NOT NULL,
    dialogue_on date,
    answer_by date,
    transport character varying(12) NOT NULL,
    ended_at timestamp with time zone,
    lessons text NOT NULL,
    closed_at timestamp with time zone,
    reported_at timestamp with time zone NOT NULL,
    request_key character varying(64),
    acknowledged_by_id bigint,
    agency_id bigint NOT NULL,
    leader_id bigint,
    reported_by_id bigint NOT NULL,
    office_id bigint,
    CONSTRAINT closed_with_lessons CHECK (((closed_at IS NULL) OR (NOT (lessons = ''::text)))),
    CONSTRAINT incident_ends_after_start CHECK (((ended_at IS NULL) OR (ended_at >= began_at))),
    CONSTRAINT incident_has_people CHECK (((most_people >= 1) AND (people >= 0)))
);


ALTER TABLE public.incidents_incident OWNER TO tiepdan_owner;

--
-- Name: incidents_incident_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_incident ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_incident_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_incidentmatter; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_incidentmatter (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    incident_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.incidents_incidentmatter OWNER TO tiepdan_owner;

--
-- Name: incidents_incidentmatter_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_incidentmatter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_incidentmatter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_logline; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_logline (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(8) NOT NULL,
    text text NOT NULL,
    people integer,
    written_by character varying(120) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    incident_id bigint NOT NULL
);


ALTER TABLE public.incidents_logline OWNER TO tiepdan_owner;

--
-- Name: incidents_logline_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_logline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_logline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_office; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_office (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    name character varying(160) NOT NULL,
    address character varying(200) NOT NULL,
    room character varying(120) NOT NULL,
    phone character varying(30) NOT NULL,
    closed boolean NOT NULL,
    agency_id bigint NOT NULL
);


ALTER TABLE public.incidents_office OWNER TO tiepdan_owner;

--
-- Name: incidents_office_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_office ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_office_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: incidents_situation; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.incidents_situation (
    id bigint NOT NULL,
    name character varying(160) NOT NULL,
    steps text NOT NULL,
    room character varying(120) NOT NULL,
    removed boolean NOT NULL,
    office_id bigint NOT NULL
);


ALTER TABLE public.incidents_situation OWNER TO tiepdan_owner;

--
-- Name: incidents_situation_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_situation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.incidents_situation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_assignment; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_assignment (
    id bigint NOT NULL,
    duty character varying(12) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    agency_id bigint NOT NULL,
    user_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.matters_assignment OWNER TO tiepdan_owner;

--
-- Name: matters_assignment_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_clock; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_clock (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    rule_id character varying(24) NOT NULL,
    rule_version date NOT NULL,
    starts_on date NOT NULL,
    due_on date NOT NULL,
    rolled_due_on date NOT NULL,
    explanation jsonb NOT NULL,
    status character varying(10) NOT NULL,
    closed_on date,
    agency_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.matters_clock OWNER TO tiepdan_owner;

--
-- Name: matters_clock_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_clock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_clock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_clockmove; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_clockmove (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    due_before date NOT NULL,
    due_after date NOT NULL,
    reason character varying(300) NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    clock_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.matters_clockmove OWNER TO tiepdan_owner;

--
-- Name: matters_clockmove_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_clockmove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_clockmove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_exclusion; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_exclusion (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    reason character varying(40) NOT NULL,
    user_id bigint,
    matter_id bigint NOT NULL
);


ALTER TABLE public.matters_exclusion OWNER TO tiepdan_owner;

--
-- Name: matters_exclusion_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_exclusion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_exclusion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_handover; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_handover (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    kind character varying(8) NOT NULL,
    effect_on date NOT NULL,
    decision character varying(120) NOT NULL,
    template character varying(20) NOT NULL,
    state character varying(10) NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    done_at timestamp with time zone,
    moved integer NOT NULL,
    withdrawn_reason character varying(300) NOT NULL,
    approved_by_id bigint,
    predecessor_id bigint NOT NULL,
    prepared_by_id bigint NOT NULL
);


ALTER TABLE public.matters_handover OWNER TO tiepdan_owner;

--
-- Name: matters_handover_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_handoverpart; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_handoverpart (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    successor_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    main boolean NOT NULL,
    share character varying(300) NOT NULL,
    handover_id bigint NOT NULL,
    successor_id bigint NOT NULL
);


ALTER TABLE public.matters_handoverpart OWNER TO tiepdan_owner;

--
-- Name: matters_handoverpart_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_handoverpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_handoverpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_matter; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_matter (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    sealed boolean NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    same_as_id bigint
);


ALTER TABLE public.matters_matter OWNER TO tiepdan_owner;

--
-- Name: matters_matter_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_matter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_matter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_move; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_move (
    id bigint NOT NULL,
    to_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    why character varying(24) NOT NULL,
    register_number integer,
    received_on date NOT NULL,
    done boolean NOT NULL,
    from_agency_id bigint NOT NULL,
    handover_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    to_agency_id bigint NOT NULL
);


ALTER TABLE public.matters_move OWNER TO tiepdan_owner;

--
-- Name: matters_move_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_move ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_move_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_notice; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_notice (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    role character varying(24) NOT NULL,
    kind character varying(40) NOT NULL,
    code character varying(16) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    acknowledged_by_id bigint,
    agency_id bigint NOT NULL,
    matter_id bigint,
    user_id bigint
);


ALTER TABLE public.matters_notice OWNER TO tiepdan_owner;

--
-- Name: matters_notice_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_participation; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_participation (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    capacity character varying(12) NOT NULL,
    sealed boolean NOT NULL,
    code character varying(16) NOT NULL,
    kind character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    field_code character varying(12) NOT NULL,
    state character varying(32) NOT NULL,
    register_number integer,
    people integer NOT NULL,
    received_on date NOT NULL,
    due_on date,
    closed_on date,
    agency_id bigint NOT NULL,
    handler_id bigint,
    matter_id bigint NOT NULL,
    title_key character varying(200) GENERATED ALWAYS AS (tiepdan.title_order((title)::text)) STORED COLLATE pg_catalog."C"
);


ALTER TABLE public.matters_participation OWNER TO tiepdan_owner;

--
-- Name: matters_participation_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_participation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_participation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: matters_savedfilter; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.matters_savedfilter (
    id bigint NOT NULL,
    page character varying(12) NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(400) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.matters_savedfilter OWNER TO tiepdan_owner;

--
-- Name: matters_savedfilter_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_savedfilter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.matters_savedfilter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: mfa_authenticator; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator OWNER TO tiepdan_owner;

--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: online_onlinebreak; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.online_onlinebreak (
    id bigint NOT NULL,
    lost_at timestamp with time zone NOT NULL,
    restored_at timestamp with time zone,
    note character varying(300) NOT NULL,
    matter_id bigint NOT NULL,
    point_id bigint NOT NULL,
    session_id bigint NOT NULL,
    CONSTRAINT line_restored_after CHECK (((restored_at IS NULL) OR (restored_at >= lost_at)))
);


ALTER TABLE public.online_onlinebreak OWNER TO tiepdan_owner;

--
-- Name: online_onlinebreak_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.online_onlinebreak ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.online_onlinebreak_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: online_onlinepoint; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.online_onlinepoint (
    id bigint NOT NULL,
    session_code character varying(16) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    central boolean NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    name character varying(160) NOT NULL,
    address character varying(200) NOT NULL,
    contact character varying(160) NOT NULL,
    citizen_here boolean NOT NULL,
    told character varying(200) NOT NULL,
    tested_on date,
    test_note character varying(300) NOT NULL,
    connected_at timestamp with time zone,
    attendance jsonb NOT NULL,
    agency_id bigint,
    matter_id bigint NOT NULL,
    session_id bigint NOT NULL
);


ALTER TABLE public.online_onlinepoint OWNER TO tiepdan_owner;

--
-- Name: online_onlinepoint_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.online_onlinepoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.online_onlinepoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: online_onlinesession; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.online_onlinesession (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    state character varying(10) NOT NULL,
    ground character varying(8) NOT NULL,
    reason text NOT NULL,
    conditions jsonb NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    platform character varying(160) NOT NULL,
    contact character varying(160) NOT NULL,
    people integer NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    announced_on date,
    opened_at timestamp with time zone,
    late_reason character varying(300) NOT NULL,
    private_recording_banned boolean NOT NULL,
    ended_at timestamp with time zone,
    recording_ref character varying(200) NOT NULL,
    recording_place character varying(160) NOT NULL,
    recording_hash character varying(64) NOT NULL,
    recording_proof character varying(14) NOT NULL,
    read_back_at timestamp with time zone,
    signing character varying(14) NOT NULL,
    signing_refusal character varying(300) NOT NULL,
    closing_reason character varying(300) NOT NULL,
    agency_id bigint NOT NULL,
    decided_by_id bigint NOT NULL,
    invitation_id bigint,
    matter_id bigint NOT NULL,
    minutes_id bigint,
    moved_from_id bigint,
    notice_id bigint,
    reception_id bigint,
    submission_id bigint NOT NULL
);


ALTER TABLE public.online_onlinesession OWNER TO tiepdan_owner;

--
-- Name: online_onlinesession_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.online_onlinesession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.online_onlinesession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: ops_toldturn; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.ops_toldturn (
    id bigint NOT NULL,
    part character varying(10) NOT NULL,
    story integer NOT NULL,
    turn integer NOT NULL,
    came jsonb NOT NULL
);


ALTER TABLE public.ops_toldturn OWNER TO tiepdan_owner;

--
-- Name: ops_toldturn_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.ops_toldturn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ops_toldturn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: pages_portalpage; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.pages_portalpage (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    kind character varying(10) NOT NULL,
    title character varying(160) NOT NULL,
    text text NOT NULL,
    decision character varying(120) NOT NULL,
    decided_code character varying(16) NOT NULL,
    state character varying(10) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    sent_back character varying(300) NOT NULL,
    published_on date,
    withdrawn_on date,
    withdrawn_reason character varying(300) NOT NULL,
    agency_id bigint NOT NULL,
    approved_by_id bigint,
    replaces_id bigint,
    written_by_id bigint NOT NULL
);


ALTER TABLE public.pages_portalpage OWNER TO tiepdan_owner;

--
-- Name: pages_portalpage_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.pages_portalpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pages_portalpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_bookable; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_bookable (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    kind character varying(10) NOT NULL,
    name character varying(160) NOT NULL,
    note character varying(200) NOT NULL,
    ended_on date,
    agency_id bigint NOT NULL
);


ALTER TABLE public.plans_bookable OWNER TO tiepdan_owner;

--
-- Name: plans_bookable_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_bookable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_bookable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_booking; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_booking (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    purpose character varying(300) NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    bookable_id bigint NOT NULL,
    booked_by_id bigint NOT NULL,
    task_id bigint,
    CONSTRAINT booking_has_a_length CHECK ((ends_at > starts_at))
);


ALTER TABLE public.plans_booking OWNER TO tiepdan_owner;

--
-- Name: plans_booking_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_booking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_booking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_enforcementflag; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_enforcementflag (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    what character varying(300) NOT NULL,
    planned_on date NOT NULL,
    told_at timestamp with time zone NOT NULL,
    decision character varying(10) NOT NULL,
    reason text NOT NULL,
    postponed_to date,
    decided_at timestamp with time zone,
    case_id bigint NOT NULL,
    decided_by_id bigint,
    matter_id bigint NOT NULL,
    told_by_id bigint NOT NULL,
    window_id bigint NOT NULL
);


ALTER TABLE public.plans_enforcementflag OWNER TO tiepdan_owner;

--
-- Name: plans_enforcementflag_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_enforcementflag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_enforcementflag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_eventwindow; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_eventwindow (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    name character varying(200) NOT NULL,
    kind character varying(12) NOT NULL,
    prepares_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    follows_until date NOT NULL,
    created_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    CONSTRAINT window_in_order CHECK (((ends_on <= follows_until) AND (prepares_on <= starts_on) AND (starts_on <= ends_on)))
);


ALTER TABLE public.plans_eventwindow OWNER TO tiepdan_owner;

--
-- Name: plans_eventwindow_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_eventwindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_eventwindow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_evidence; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_evidence (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    kind character varying(10) NOT NULL,
    name character varying(300) NOT NULL,
    amount numeric(14,2),
    link character varying(40) NOT NULL,
    file_id bigint,
    progress_id bigint NOT NULL
);


ALTER TABLE public.plans_evidence OWNER TO tiepdan_owner;

--
-- Name: plans_evidence_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_obstacle; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_obstacle (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    via_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    to_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL,
    proposal text NOT NULL,
    status character varying(10) NOT NULL,
    told_at timestamp with time zone NOT NULL,
    passed_at timestamp with time zone,
    passed_note text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    to_id bigint NOT NULL,
    told_by_id bigint NOT NULL,
    via_id bigint,
    line_id bigint NOT NULL
);


ALTER TABLE public.plans_obstacle OWNER TO tiepdan_owner;

--
-- Name: plans_obstacle_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_obstacle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_obstacle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_plan; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_plan (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    above_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    title character varying(500) NOT NULL,
    number character varying(60) NOT NULL,
    issuer character varying(200) NOT NULL,
    signed_on date,
    status character varying(10) NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    issued_at timestamp with time zone,
    closed_at timestamp with time zone,
    evaluation text NOT NULL,
    lessons text NOT NULL,
    agency_id bigint NOT NULL,
    implements_id bigint,
    made_by_id bigint NOT NULL,
    window_id bigint,
    final_authority character varying(160) NOT NULL,
    final_name character varying(120) NOT NULL,
    final_number integer,
    final_on date,
    final_symbol character varying(40) NOT NULL,
    final_title character varying(120) NOT NULL,
    force_id bigint
);


ALTER TABLE public.plans_plan OWNER TO tiepdan_owner;

--
-- Name: plans_plan_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_planbody; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_planbody (
    id bigint NOT NULL,
    name character varying(400) NOT NULL,
    agencies jsonb NOT NULL,
    kind character varying(10) NOT NULL,
    confidence double precision NOT NULL,
    why character varying(300) NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    plan_id bigint NOT NULL
);


ALTER TABLE public.plans_planbody OWNER TO tiepdan_owner;

--
-- Name: plans_planbody_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_planbody ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planbody_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_plandocument; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_plandocument (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    name character varying(200) NOT NULL,
    format character varying(8) NOT NULL,
    pages integer,
    status character varying(10) NOT NULL,
    failure_code character varying(20) NOT NULL,
    failure_text character varying(500) NOT NULL,
    text text NOT NULL,
    reading jsonb,
    places jsonb NOT NULL,
    corrections jsonb NOT NULL,
    summary jsonb NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    agency_id bigint NOT NULL,
    confirmed_by_id bigint,
    file_id bigint,
    uploaded_by_id bigint NOT NULL,
    CONSTRAINT confirmed_plan_says_who CHECK (((NOT ((status)::text = 'confirmed'::text)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL)))),
    CONSTRAINT failed_plan_says_why CHECK (((NOT ((status)::text = 'failed'::text)) OR (NOT ((failure_text)::text = ''::text)))),
    CONSTRAINT only_a_failed_plan_lacks_its_file CHECK (((file_id IS NOT NULL) OR ((status)::text = 'failed'::text))),
    CONSTRAINT read_plan_has_a_reading CHECK (((NOT ((status)::text = ANY ((ARRAY['read'::character varying, 'confirmed'::character varying])::text[]))) OR ((read_at IS NOT NULL) AND (reading IS NOT NULL))))
);


ALTER TABLE public.plans_plandocument OWNER TO tiepdan_owner;

--
-- Name: plans_plandocument_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_plandocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plandocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_plandraft; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_plandraft (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    content jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    document_id bigint,
    made_by_id bigint NOT NULL
);


ALTER TABLE public.plans_plandraft OWNER TO tiepdan_owner;

--
-- Name: plans_plandraft_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_plandraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_plandraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_planversion; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_planversion (
    id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind character varying(10) NOT NULL,
    number character varying(60) NOT NULL,
    signed_on date,
    changes jsonb NOT NULL,
    taken_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    document_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    plan_id bigint NOT NULL
);


ALTER TABLE public.plans_planversion OWNER TO tiepdan_owner;

--
-- Name: plans_planversion_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_planversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_planversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_progress; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_progress (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    percent smallint NOT NULL,
    value numeric(14,2),
    text text NOT NULL,
    told_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint NOT NULL,
    line_id bigint NOT NULL
);


ALTER TABLE public.plans_progress OWNER TO tiepdan_owner;

--
-- Name: plans_progress_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_progress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_progress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_readingprogress; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_readingprogress (
    id bigint NOT NULL,
    stage character varying(14) NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    told_at timestamp with time zone NOT NULL,
    plan_id bigint NOT NULL
);


ALTER TABLE public.plans_readingprogress OWNER TO tiepdan_owner;

--
-- Name: plans_readingprogress_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_readingprogress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_readingprogress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_registerentry; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_registerentry (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    title character varying(400) NOT NULL,
    happened_on date NOT NULL,
    due_on date,
    concluded_on date,
    closed_on date,
    details jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone,
    void_reason character varying(300) NOT NULL,
    agency_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    task_id bigint
);


ALTER TABLE public.plans_registerentry OWNER TO tiepdan_owner;

--
-- Name: plans_registerentry_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_registerentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_registerentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_report; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_report (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    via_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    to_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    due_at timestamp with time zone NOT NULL,
    status character varying(10) NOT NULL,
    figures jsonb NOT NULL,
    texts jsonb NOT NULL,
    consolidated jsonb NOT NULL,
    saved_at timestamp with time zone,
    sent_at timestamp with time zone,
    passed_at timestamp with time zone,
    received_at timestamp with time zone,
    return_reason text NOT NULL,
    agency_id bigint NOT NULL,
    plan_id bigint NOT NULL,
    sent_by_id bigint,
    duty_id bigint NOT NULL,
    told_late_at timestamp with time zone,
    CONSTRAINT sent_report_says_when CHECK ((((status)::text = ANY ((ARRAY['due'::character varying, 'returned'::character varying])::text[])) OR (sent_at IS NOT NULL)))
);


ALTER TABLE public.plans_report OWNER TO tiepdan_owner;

--
-- Name: plans_report_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_reportduty; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_reportduty (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    title character varying(300) NOT NULL,
    period character varying(12) NOT NULL,
    at_time time without time zone,
    weekday smallint,
    month_day smallint,
    month smallint,
    day date,
    starts_on date NOT NULL,
    ends_on date,
    agencies jsonb NOT NULL,
    to_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    via_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    printed character varying(300) NOT NULL,
    ended_at timestamp with time zone,
    plan_id bigint NOT NULL,
    to_id bigint NOT NULL,
    via_id bigint
);


ALTER TABLE public.plans_reportduty OWNER TO tiepdan_owner;

--
-- Name: plans_reportduty_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_reportduty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_reportduty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_reviewcampaign; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_reviewcampaign (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    name character varying(300) NOT NULL,
    measures jsonb NOT NULL,
    chosen_on date NOT NULL,
    ends_on date,
    closed_on date,
    made_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    window_id bigint,
    task_id bigint
);


ALTER TABLE public.plans_reviewcampaign OWNER TO tiepdan_owner;

--
-- Name: plans_reviewcampaign_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_reviewcampaign ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_reviewcampaign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_reviewedcase; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_reviewedcase (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    measures jsonb NOT NULL,
    reviewed_on date,
    opinion text NOT NULL,
    way text NOT NULL,
    leader character varying(160) NOT NULL,
    due_on date,
    result text NOT NULL,
    settled_on date,
    campaign_id bigint NOT NULL,
    case_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.plans_reviewedcase OWNER TO tiepdan_owner;

--
-- Name: plans_reviewedcase_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_reviewedcase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_reviewedcase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_task; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_task (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    ordinal integer NOT NULL,
    text text NOT NULL,
    section character varying(40) NOT NULL,
    heading character varying(300) NOT NULL,
    basis text NOT NULL,
    passages jsonb NOT NULL,
    kind character varying(14) NOT NULL,
    lead_text text NOT NULL,
    coordinate_text text NOT NULL,
    report_to text NOT NULL,
    via character varying(200) NOT NULL,
    result text NOT NULL,
    indicator character varying(200) NOT NULL,
    target numeric(14,2),
    unit character varying(40) NOT NULL,
    recurring character varying(12) NOT NULL,
    requested boolean NOT NULL,
    phase character varying(8) NOT NULL,
    due_on date,
    done_on date,
    status character varying(10) NOT NULL,
    since_version integer NOT NULL,
    until_version integer,
    assignee_id bigint,
    implements_id bigint,
    parent_id bigint,
    plan_id bigint NOT NULL
);


ALTER TABLE public.plans_task OWNER TO tiepdan_owner;

--
-- Name: plans_task_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_taskagency; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_taskagency (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    capacity character varying(10) NOT NULL,
    status character varying(10) NOT NULL,
    reason text NOT NULL,
    answered_at timestamp with time zone,
    percent smallint NOT NULL,
    value numeric(14,2),
    told_on date,
    due_on date,
    due_time time without time zone,
    done_on date,
    urged_on date,
    agency_id bigint NOT NULL,
    answered_by_id bigint,
    plan_id bigint NOT NULL,
    task_id bigint NOT NULL,
    CONSTRAINT objection_has_a_reason CHECK (((NOT ((status)::text = 'objected'::text)) OR (NOT (reason = ''::text)))),
    CONSTRAINT percent_of_task CHECK (((percent >= 0) AND (percent <= 100)))
);


ALTER TABLE public.plans_taskagency OWNER TO tiepdan_owner;

--
-- Name: plans_taskagency_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_taskagency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_taskagency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_taskdeadline; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_taskdeadline (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    printed character varying(300) NOT NULL,
    day date,
    month smallint,
    month_day smallint,
    weekday smallint,
    anchor character varying(10) NOT NULL,
    event character varying(200) NOT NULL,
    event_on date,
    offset_days smallint,
    working_days boolean NOT NULL,
    at_time time without time zone,
    task_id bigint NOT NULL
);


ALTER TABLE public.plans_taskdeadline OWNER TO tiepdan_owner;

--
-- Name: plans_taskdeadline_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_taskdeadline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_taskdeadline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: plans_taskurging; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.plans_taskurging (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    coordinator_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    from_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL,
    answer_by date,
    made_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    from_agency_id bigint NOT NULL,
    line_id bigint NOT NULL,
    made_by_id bigint NOT NULL
);


ALTER TABLE public.plans_taskurging OWNER TO tiepdan_owner;

--
-- Name: plans_taskurging_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_taskurging ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.plans_taskurging_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: privacy_breach; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.privacy_breach (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    discovered_at timestamp with time zone NOT NULL,
    what text NOT NULL,
    harm_possible boolean NOT NULL,
    notify_by timestamp with time zone NOT NULL,
    notified_at timestamp with time zone,
    notified_to character varying(200) NOT NULL,
    late_reason character varying(300) NOT NULL,
    measures text NOT NULL,
    closed_at timestamp with time zone,
    added_by character varying(120) NOT NULL,
    agency_id bigint NOT NULL
);


ALTER TABLE public.privacy_breach OWNER TO tiepdan_owner;

--
-- Name: privacy_breach_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.privacy_breach ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.privacy_breach_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: privacy_datarequest; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.privacy_datarequest (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    kind character varying(10) NOT NULL,
    envelope bytea,
    about text NOT NULL,
    received_on date NOT NULL,
    by_processor boolean NOT NULL,
    acknowledge_by date NOT NULL,
    acknowledged_on date,
    due_on date NOT NULL,
    extension_reason character varying(300) NOT NULL,
    state character varying(8) NOT NULL,
    outcome text NOT NULL,
    ground character varying(300) NOT NULL,
    closed_on date,
    added_by character varying(120) NOT NULL,
    agency_id bigint NOT NULL
);


ALTER TABLE public.privacy_datarequest OWNER TO tiepdan_owner;

--
-- Name: privacy_datarequest_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.privacy_datarequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.privacy_datarequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: privacy_destruction; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.privacy_destruction (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    submission_code character varying(16) NOT NULL,
    decision character varying(120) NOT NULL,
    reason character varying(300) NOT NULL,
    files integer NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    decided_by_id bigint NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.privacy_destruction OWNER TO tiepdan_owner;

--
-- Name: privacy_destruction_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.privacy_destruction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.privacy_destruction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: procrastinate_events; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);


ALTER TABLE public.procrastinate_events OWNER TO tiepdan_owner;

--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_events_id_seq OWNER TO tiepdan_owner;

--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: tiepdan_owner
--

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNER TO tiepdan_owner;

--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: tiepdan_owner
--

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;


--
-- Name: procrastinate_periodic_defers; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);


ALTER TABLE public.procrastinate_periodic_defers OWNER TO tiepdan_owner;

--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNER TO tiepdan_owner;

--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: tiepdan_owner
--

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;


--
-- Name: procrastinate_workers; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.procrastinate_workers OWNER TO tiepdan_owner;

--
-- Name: procrastinate_workers_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reception_receipt; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.reception_receipt (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    items jsonb NOT NULL,
    copies smallint NOT NULL,
    given_at timestamp with time zone NOT NULL,
    matter_id bigint NOT NULL,
    officer_id bigint NOT NULL,
    paper_id bigint,
    submission_id bigint NOT NULL,
    reception_id bigint
);


ALTER TABLE public.reception_receipt OWNER TO tiepdan_owner;

--
-- Name: reception_receipt_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.reception_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reception_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reception_reception; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.reception_reception (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    code character varying(16) NOT NULL,
    received_on date NOT NULL,
    received_at timestamp with time zone NOT NULL,
    kind character varying(14) NOT NULL,
    mode character varying(10) NOT NULL,
    place character varying(160) NOT NULL,
    received_by_role character varying(12) NOT NULL,
    purpose character varying(20) NOT NULL,
    sealed boolean NOT NULL,
    people integer NOT NULL,
    representatives integer NOT NULL,
    summary character varying(300) NOT NULL,
    content text NOT NULL,
    demands text NOT NULL,
    earlier_handling text NOT NULL,
    settled_by character varying(200) NOT NULL,
    interpreter character varying(120) NOT NULL,
    taken_down boolean NOT NULL,
    read_back_at timestamp with time zone,
    signing character varying(14) NOT NULL,
    first_time boolean NOT NULL,
    competent boolean,
    outcome character varying(12) NOT NULL,
    outcome_note text NOT NULL,
    refusal_code character varying(4) NOT NULL,
    refusal_facts jsonb NOT NULL,
    refusal_complete_on date,
    reply_due_on date,
    replied_on date,
    reply_note text NOT NULL,
    void_reason character varying(300) NOT NULL,
    request_key character varying(64),
    created_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    matter_id bigint,
    officer_id bigint NOT NULL,
    outcome_agency_id bigint,
    submission_id bigint,
    refusal_paper_id bigint,
    notice_version character varying(16) NOT NULL,
    request_digest character varying(32) NOT NULL,
    CONSTRAINT refusal_has_a_ground CHECK (((NOT ((outcome)::text = 'refuse'::text)) OR (NOT ((refusal_code)::text = ''::text)))),
    CONSTRAINT somebody_came CHECK ((people >= 1))
);


ALTER TABLE public.reception_reception OWNER TO tiepdan_owner;

--
-- Name: reception_reception_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.reception_reception ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reception_reception_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: reception_visitor; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.reception_visitor (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    sealed boolean NOT NULL,
    name character varying(160) NOT NULL,
    identity_kind character varying(26) NOT NULL,
    envelope bytea,
    standing character varying(20) NOT NULL,
    standing_papers jsonb NOT NULL,
    reception_id bigint NOT NULL
);


ALTER TABLE public.reception_visitor OWNER TO tiepdan_owner;

--
-- Name: reception_visitor_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.reception_visitor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reception_visitor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_allowancerate; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_allowancerate (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    kind character varying(8) NOT NULL,
    standby boolean NOT NULL,
    amount integer NOT NULL,
    basis character varying(200) NOT NULL,
    starts_on date NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT rate_not_negative CHECK ((amount >= 0))
);


ALTER TABLE public.rosters_allowancerate OWNER TO tiepdan_owner;

--
-- Name: rosters_allowancerate_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_allowancerate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_allowancerate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_calendarfeed; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_calendarfeed (
    id bigint NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    user_id bigint NOT NULL
);


ALTER TABLE public.rosters_calendarfeed OWNER TO tiepdan_owner;

--
-- Name: rosters_calendarfeed_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_dutyshift; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_dutyshift (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    "on" date NOT NULL,
    shift character varying(12) NOT NULL,
    post character varying(12) NOT NULL,
    standby boolean NOT NULL,
    leads boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    published boolean NOT NULL,
    attendance character varying(8) NOT NULL,
    came_at timestamp with time zone,
    left_at timestamp with time zone,
    note character varying(300) NOT NULL,
    member_id bigint NOT NULL,
    roster_id bigint NOT NULL,
    CONSTRAINT duty_ends_after_start CHECK ((ends_at > starts_at))
);


ALTER TABLE public.rosters_dutyshift OWNER TO tiepdan_owner;

--
-- Name: rosters_dutyshift_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_dutyshift ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_dutyshift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_handover; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_handover (
    id bigint NOT NULL,
    "on" date NOT NULL,
    shift character varying(12) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint NOT NULL,
    roster_id bigint NOT NULL
);


ALTER TABLE public.rosters_handover OWNER TO tiepdan_owner;

--
-- Name: rosters_handover_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_member; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_member (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    title character varying(160) NOT NULL,
    body character varying(200) NOT NULL,
    phone character varying(30) NOT NULL,
    function character varying(10) NOT NULL,
    leads boolean NOT NULL,
    skills jsonb NOT NULL,
    on_roster boolean NOT NULL,
    reply character varying(10) NOT NULL,
    asked_on date,
    asked_letter character varying(80) NOT NULL,
    replied_on date,
    reply_letter character varying(80) NOT NULL,
    scope character varying(300) NOT NULL,
    left_on date,
    user_id bigint,
    force_id bigint NOT NULL,
    CONSTRAINT reply_has_a_day CHECK (((NOT ((reply)::text = ANY ((ARRAY['agreed'::character varying, 'declined'::character varying])::text[]))) OR (replied_on IS NOT NULL)))
);


ALTER TABLE public.rosters_member OWNER TO tiepdan_owner;

--
-- Name: rosters_member_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_member ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_roster; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_roster (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    title character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    setup jsonb NOT NULL,
    status character varying(10) NOT NULL,
    findings jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    agency_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    force_id bigint NOT NULL,
    CONSTRAINT roster_days_in_order CHECK ((ends_on >= starts_on))
);


ALTER TABLE public.rosters_roster OWNER TO tiepdan_owner;

--
-- Name: rosters_roster_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_roster ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_roster_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_solving; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_solving (
    id bigint NOT NULL,
    stage character varying(12) NOT NULL,
    price double precision NOT NULL,
    told_at timestamp with time zone NOT NULL,
    roster_id bigint NOT NULL
);


ALTER TABLE public.rosters_solving OWNER TO tiepdan_owner;

--
-- Name: rosters_solving_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_solving ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_solving_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_swap; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_swap (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    status character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    duty_id bigint NOT NULL,
    other_id bigint NOT NULL,
    other_duty_id bigint
);


ALTER TABLE public.rosters_swap OWNER TO tiepdan_owner;

--
-- Name: rosters_swap_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_swap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_swap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_taskforce; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_taskforce (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    name character varying(300) NOT NULL,
    decision_number integer,
    decision_symbol character varying(40) NOT NULL,
    decided_on date,
    bases jsonb NOT NULL,
    duties jsonb NOT NULL,
    signer_authority character varying(120) NOT NULL,
    signer_title character varying(120) NOT NULL,
    signer_name character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    ended_on date,
    end_reason character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    CONSTRAINT task_force_days_in_order CHECK ((ends_on >= starts_on))
);


ALTER TABLE public.rosters_taskforce OWNER TO tiepdan_owner;

--
-- Name: rosters_taskforce_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_taskforce ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_taskforce_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rosters_wish; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.rosters_wish (
    id bigint NOT NULL,
    "on" date NOT NULL,
    shift character varying(12) NOT NULL,
    kind character varying(8) NOT NULL,
    member_id bigint NOT NULL,
    roster_id bigint NOT NULL
);


ALTER TABLE public.rosters_wish OWNER TO tiepdan_owner;

--
-- Name: rosters_wish_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_wish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.rosters_wish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: routing_proposal; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.routing_proposal (
    id bigint NOT NULL,
    act character varying(8) NOT NULL,
    to_text character varying(200) NOT NULL,
    reason text NOT NULL,
    rule character varying(60) NOT NULL,
    ground character varying(40) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    approved boolean,
    decision_note text NOT NULL,
    agency_id bigint NOT NULL,
    decided_by_id bigint,
    matter_id bigint NOT NULL,
    paper_id bigint,
    proposed_by_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    to_agency_id bigint,
    CONSTRAINT decided_by_somebody CHECK (((approved IS NULL) OR ((NOT approved) AND (decided_at IS NOT NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL))))
);


ALTER TABLE public.routing_proposal OWNER TO tiepdan_owner;

--
-- Name: routing_proposal_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.routing_proposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: routing_transfer; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.routing_transfer (
    id bigint NOT NULL,
    act character varying(8) NOT NULL,
    to_text character varying(200) NOT NULL,
    reason text NOT NULL,
    rule character varying(60) NOT NULL,
    done_on date NOT NULL,
    taken_on date,
    replied_on date,
    reply text NOT NULL,
    once_key character varying(60),
    done_by_id bigint NOT NULL,
    from_agency_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    paper_id bigint,
    submission_id bigint NOT NULL,
    to_agency_id bigint,
    CONSTRAINT not_to_itself CHECK (((to_agency_id IS NULL) OR (NOT ((to_agency_id = from_agency_id) AND (to_agency_id IS NOT NULL)))))
);


ALTER TABLE public.routing_transfer OWNER TO tiepdan_owner;

--
-- Name: routing_transfer_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.routing_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: situation_expected; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.situation_expected (
    id bigint NOT NULL,
    series_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    asked_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    series_id bigint NOT NULL
);


ALTER TABLE public.situation_expected OWNER TO tiepdan_owner;

--
-- Name: situation_expected_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.situation_expected ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.situation_expected_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: situation_reportseries; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.situation_reportseries (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    title character varying(200) NOT NULL,
    starts_on date NOT NULL,
    during_from date NOT NULL,
    during_to date NOT NULL,
    ends_on date NOT NULL,
    send_at time without time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    created_by_id bigint NOT NULL,
    earlier_id bigint,
    receiver_id bigint,
    under_id bigint,
    CONSTRAINT series_days_in_order CHECK (((during_from >= starts_on) AND (during_to >= during_from) AND (ends_on >= during_to)))
);


ALTER TABLE public.situation_reportseries OWNER TO tiepdan_owner;

--
-- Name: situation_reportseries_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.situation_reportseries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.situation_reportseries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: situation_situationreport; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.situation_situationreport (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    receiver_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    "on" date NOT NULL,
    figures jsonb NOT NULL,
    notes text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    sent_by character varying(120) NOT NULL,
    series_id bigint NOT NULL,
    missing jsonb NOT NULL,
    received integer NOT NULL,
    total jsonb NOT NULL
);


ALTER TABLE public.situation_situationreport OWNER TO tiepdan_owner;

--
-- Name: situation_situationreport_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.situation_situationreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.situation_situationreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: submissions_attachment; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.submissions_attachment (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    name character varying(200) NOT NULL,
    sealed boolean NOT NULL,
    text text NOT NULL,
    text_status character varying(10) NOT NULL,
    added_by bigint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    matter_id bigint NOT NULL,
    submission_id bigint NOT NULL
);


ALTER TABLE public.submissions_attachment OWNER TO tiepdan_owner;

--
-- Name: submissions_attachment_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.submissions_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: submissions_opening; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.submissions_opening (
    id bigint NOT NULL,
    agency_path character varying(120) NOT NULL COLLATE pg_catalog."C",
    reason text NOT NULL,
    status character varying(8) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    opened_at timestamp with time zone,
    ends_at timestamp with time zone,
    decided_by_id bigint,
    matter_id bigint NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.submissions_opening OWNER TO tiepdan_owner;

--
-- Name: submissions_opening_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_opening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.submissions_opening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: submissions_party; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.submissions_party (
    id bigint NOT NULL,
    role character varying(16) NOT NULL,
    name character varying(160) NOT NULL,
    sealed boolean NOT NULL,
    identity_kind character varying(26) NOT NULL,
    envelope bytea,
    number_hash bytea,
    standing jsonb NOT NULL,
    withdrew_on date,
    matter_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    ended_on date,
    CONSTRAINT sealed_party_shows_nothing CHECK (((NOT sealed) OR ((envelope IS NULL) AND ((name)::text = ''::text) AND (number_hash IS NULL))))
);


ALTER TABLE public.submissions_party OWNER TO tiepdan_owner;

--
-- Name: submissions_party_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_party ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.submissions_party_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: submissions_sealedidentity; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.submissions_sealedidentity (
    id bigint NOT NULL,
    envelope bytea NOT NULL,
    matter_id bigint NOT NULL,
    party_id bigint NOT NULL
);


ALTER TABLE public.submissions_sealedidentity OWNER TO tiepdan_owner;

--
-- Name: submissions_sealedidentity_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_sealedidentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.submissions_sealedidentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: submissions_searchtext; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.submissions_searchtext (
    id bigint NOT NULL,
    words tsvector NOT NULL,
    matter_id bigint NOT NULL
);


ALTER TABLE public.submissions_searchtext OWNER TO tiepdan_owner;

--
-- Name: submissions_searchtext_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_searchtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.submissions_searchtext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: submissions_submission; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.submissions_submission (
    id bigint NOT NULL,
    code character varying(16) NOT NULL,
    pin_hash bytea,
    status character varying(12) NOT NULL,
    kind character varying(20) NOT NULL,
    petition_mark character varying(10) NOT NULL,
    source character varying(12) NOT NULL,
    forwarding_number character varying(60) NOT NULL,
    forwarding_dated_on date,
    received_on date NOT NULL,
    first_received_on date NOT NULL,
    written_on date,
    summary character varying(300) NOT NULL,
    content text NOT NULL,
    demands text NOT NULL,
    earlier_handling text NOT NULL,
    respondent_name character varying(200) NOT NULL,
    respondent_post character varying(200) NOT NULL,
    attacked_number character varying(60) NOT NULL,
    attacked_on date,
    attacked_act character varying(300) NOT NULL,
    attacked_known_on date,
    against_code character varying(40) NOT NULL,
    field_code character varying(12) NOT NULL,
    people integer NOT NULL,
    all_signed boolean NOT NULL,
    signing character varying(14) NOT NULL,
    anonymous boolean NOT NULL,
    concerns_event boolean NOT NULL,
    eligibility jsonb NOT NULL,
    eligible boolean,
    unprocessed_reason text NOT NULL,
    closed_on date,
    void_reason character varying(300) NOT NULL,
    request_key character varying(64),
    created_by bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    destroyed_on date,
    agency_id bigint NOT NULL,
    forwarded_by_id bigint,
    matter_id bigint NOT NULL,
    respondent_agency_id bigint,
    split_from_id bigint,
    notice_version character varying(16) NOT NULL,
    request_digest character varying(32) NOT NULL,
    second_stage boolean NOT NULL,
    CONSTRAINT at_least_one_person CHECK ((people >= 1))
);


ALTER TABLE public.submissions_submission OWNER TO tiepdan_owner;

--
-- Name: submissions_submission_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.submissions_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: throttle; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE UNLOGGED TABLE public.throttle (
    key bytea NOT NULL,
    hits integer NOT NULL,
    ends_at timestamp with time zone NOT NULL
);


ALTER TABLE public.throttle OWNER TO tiepdan_owner;

--
-- Name: usersessions_usersession; Type: TABLE; Schema: public; Owner: tiepdan_owner
--

CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.usersessions_usersession OWNER TO tiepdan_owner;

--
-- Name: usersessions_usersession_id_seq; Type: SEQUENCE; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: seal_setting; Type: TABLE; Schema: tiepdan; Owner: tiepdan_owner
--

CREATE TABLE tiepdan.seal_setting (
    id boolean DEFAULT true NOT NULL,
    second_approval boolean NOT NULL,
    CONSTRAINT seal_setting_id_check CHECK (id)
);


ALTER TABLE tiepdan.seal_setting OWNER TO tiepdan_owner;

--
-- Name: procrastinate_events id; Type: DEFAULT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);


--
-- Name: procrastinate_jobs id; Type: DEFAULT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);


--
-- Name: procrastinate_periodic_defers id; Type: DEFAULT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);


--
-- Data for Name: account_emailaddress; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.account_emailaddress (id, email, verified, "primary", user_id) FROM stdin;
\.


--
-- Data for Name: account_emailconfirmation; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.account_emailconfirmation (id, created, sent, key, email_address_id) FROM stdin;
\.


--
-- Data for Name: accounts_apiclient; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.accounts_apiclient (id, name, token_hash, scopes, made_at, ends_at, revoked_at, agency_id) FROM stdin;
\.


--
-- Data for Name: accounts_firstadministratorcode; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.accounts_firstadministratorcode (id, code_hash, made_at, used_at) FROM stdin;
\.


--
-- Data for Name: accounts_post; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.accounts_post (id, role, title, starts_on, ends_before, agency_id, user_id, acting_for, delegated_by, delegation, given_by_id, waits, turned_down) FROM stdin;
\.


--
-- Data for Name: accounts_user; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.accounts_user (id, password, last_login, username, name, email, phone, is_active, must_change_password, date_joined) FROM stdin;
\.


--
-- Data for Name: agencies_agency; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agencies_agency (id, code, name, short_name, folded_name, kind, level, path, area_code, address, phone, symbol, head_title, receives, starts_on, ends_before, parent_id) FROM stdin;
\.


--
-- Data for Name: agencies_localrule; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agencies_localrule (id, code, value, starts_on, reason, set_by, set_at, withdrawn_at, agency_id) FROM stdin;
\.


--
-- Data for Name: agencies_succession; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agencies_succession (id, kind, "on", share, decision, predecessor_id, successor_id) FROM stdin;
\.


--
-- Data for Name: agenda_appointment; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agenda_appointment (id, code, pin_hash, agency_path, "on", slot_at, people, via, status, created_at, agency_id, session_id) FROM stdin;
\.


--
-- Data for Name: agenda_followup; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agenda_followup (id, agency_path, kind, content, body, contact, due_on, done_on, result, result_sent_on, created_at, visit_id, session_id) FROM stdin;
\.


--
-- Data for Name: agenda_queueticket; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agenda_queueticket (id, agency_path, "on", number, status, room, arrived_at, called_at, ended_at, agency_id, appointment_id) FROM stdin;
\.


--
-- Data for Name: agenda_receptionhours; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agenda_receptionhours (id, agency_path, weekday, starts_at, ends_at, place, starts_on, ends_before, agency_id) FROM stdin;
\.


--
-- Data for Name: agenda_receptionsession; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agenda_receptionsession (id, code, agency_path, chair, chair_name, chair_title, kind, trigger, "on", starts_at, ends_at, place, mode, focus, participants, status, announced_on, posting_due_on, delegate_name, delegate_title, delegate_reason, note_taker, opinion, cancel_reason, created_at, agency_id, conclusion_id, created_by_id) FROM stdin;
\.


--
-- Data for Name: agenda_sessionmove; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agenda_sessionmove (id, from_on, from_at, to_on, to_at, reason, was_announced, moved_at, session_id) FROM stdin;
\.


--
-- Data for Name: agenda_sessionvisit; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.agenda_sessionvisit (id, session_id, visit_id) FROM stdin;
\.


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.audit_entry (id, at, recorded_at, act, actor_id, actor_name, actor_role, actor_unit, agency_path, matter_id, subject, before, after, reason, rule, xact, lane, seq, prev_hash, hash) FROM stdin;
\.


--
-- Data for Name: audit_head; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.audit_head (lane, seq, hash) FROM stdin;
0	0	\\xce1ed21993bad8f0d4a34929a5da053beb76e0261542c17c9d37a9bf613de528
1	0	\\x2dbe646573522d4596a93de53e030a30654ee05dcb9dbc9259657166a9184d81
2	0	\\xa224988a9b940e9c2f538e3f711dd59f69533858872e29cdd42e6a677d37ecd0
3	0	\\x01f0b70f28be08a4ed7b228739731c013c448c81772b2628e5ba507c24dd30e2
4	0	\\x2af0a459955e296abfb95735b91b6207c7c9c62c65a92e5339a1655b2d27a527
5	0	\\x7616f7fb046197d8d8cd7dd39b30049c271fd1601f0fb856bfe1738432a26a7e
6	0	\\x185626e6f5ed3be47769d1c00877b34e2553a67920e5bb1154342427c9a78260
7	0	\\x811ce8a2b879c2a7ed4e9517f989aeb5547b547a9adc89b39778a231e614a644
8	0	\\xbaef91464732d746da2691de0db7efd7263389f0d2e8fc5d8f07eaa090491fa3
9	0	\\x523fcc1f1572fcbf1b3def2db43b1db02e913dacdfd19a7450903a11fff1f51d
10	0	\\xadbe4cedb2eb1da5d2a950713b40a90b0281bdf325c2fdf03649c01ef9672175
11	0	\\x48c617b1e747226d02cd91cfa85d93fb6bfc16477e8ad7a40d0ccc2da7996bac
12	0	\\x8510cb6d19686958a70deb56ffde33fa2bcecabe5e939b11d0929b635eecd45c
13	0	\\xcf8a7456eaaaf5abb59bc993efed369b198c851a2526dcf11aac2b3de02e3cc8
14	0	\\x2876e04192de201aec9ea90cddcd821958140c00a1394b737da4a7e52c5c57f3
15	0	\\x8ccb0ab548d871c5a8ab43705997b149b915958fa36e300806da42c1813dab2a
16	0	\\x3fbb637091faccbf4c4e163c34faf59f7d2698b4cee9bc1763603cdb73def58d
17	0	\\x36204765d3ea45c68a4305582eac5cecb9dee9eef80f8cc5c25bf17566423ccb
18	0	\\x277b215b7e72f3c94b98b2496861e363859e626090b173099ec38c0d9c215610
19	0	\\xf304e384b21aa68ce58b8dd2ad77d77517031b6b054cef8e778b40642254162e
20	0	\\xe5491a890dbd93bdaba7807c6435b5a72ca58b754d0a70492d1a30cf7bd72141
21	0	\\xf50f39304ecd4e9690392a3e3b9e971b138dad12abb6a3df73ccfe1e3924a192
22	0	\\x630bf3b56eb292ad1c151d69338be3b835bf61f9ca32025122d23abf253f028a
23	0	\\xfedf65de33b0afe0df1dce89e628ed5cd6bb0c80cf5debdc7991c8805bcd9156
24	0	\\xd9590b32470d8954cb5f32341bd0f4eebac792c0e1200a675fd03522954860a6
25	0	\\x23eb39a32a8c3488aa10158b4b2c76506c6b75c8324cae621525783d9d086d97
26	0	\\x2a22dbea515849b494f6570d59dfa66bb5d919c394c1b4fb2a974c1b4b7c436e
27	0	\\x9fa6fd8fe65cb132644d6010683ffeb8a48d3ee9ecbaddccf3843e8f60df48a2
28	0	\\x17007c4102fffb051e8af17c1928a355c20e03eedc82c89287af91057419afad
29	0	\\x6ae43e7caf9d2573efe2d2ec1d28c0ab69f63086fa491b7707c5b4e850c3390f
30	0	\\x4380d9e9ee6c438f55e4925a6d3e1b4ad3f27f97edb683d80492a283f2ea54fb
31	0	\\xc894b560a5ed0401bc8e5eed66347d3adb9bafd1f2361c3bacab509fd76e96e5
32	0	\\x612da68f2c8b927c4902a7c3a8edbd76d44f00775eb4079b3cf62fa5be7dd67b
33	0	\\x619702e5e0032a2d3ab08c8d4bc5b96c6bd6f4456c6898ed5ae3c916f2ad4efe
34	0	\\xc5e77860bc678dcf85aec5985467a68079bb78b843d1e2749c355be821207de2
35	0	\\x27b8c0519885269ca751b377f83d9df513e2f1108613eff3c2f394065c505820
36	0	\\xc1bf80d8b1b40284e09d7f039e68c5f798fb07bc9d9edcaa18bb18028c5ea520
37	0	\\xb69e9d20dd4ca5401fb65ec9a3f3be688bcee082e8d578fbb42ba637b7ccf901
38	0	\\x4cf8a823dbc12ced93731ff576bc683367a57bd5eb105a51a2e396448bf7148a
39	0	\\x748c57bb69d606cf5d8a0a29fbd27406586328bba878f6404c916fffa49d8fe2
40	0	\\x22e5990e01f214153986c18a154375646fde636e42a7c4a74b1bdc9235719aed
41	0	\\x82e6ecbe71fbdb6003d1033d7761e93678641030df788755090748e8e43598bc
42	0	\\xfc4861023a46e333de36a6093ba4cff77d4f2ad2f4af183373f7e011f9515c64
43	0	\\x4b32bbf5b9218a87cc6718fe3363be037700f1ca6a07aa30f7b63e04df5a4782
44	0	\\x53dea86cd12b734442278cf0759393c172c140664e41ad51c65ef34f602789a4
45	0	\\x6917808f628221b033061f9b16206b2c0c91c999e55b88c7ce561abb687e40a9
46	0	\\xc6b026673189969628b91809d42c3e0de915d0900dad1645a0dc1028b6b24006
47	0	\\xb41efd88c61432840ce054388a08e2b021bde20cc6f08a31e900c52833cd58d0
48	0	\\x3e593c297e0a0acf2c0c6aaa07e80713d477d29188f515144cbab40b56035668
49	0	\\xd3cdcaaea1f9bedcfe6f986ce82b24357ac7b644ba040b7fd07a949e61881f6d
50	0	\\x5838dab41217a1b01a67a25058750a9c22a6d32525fca1b672ea7f6a69832347
51	0	\\x9920d41fa9691cd7d65cd2e4f315b597f67b99ef48635612ca9d7c2362bf3fb3
52	0	\\x0755aebfe72bee2c792f9c70b5f99797cd2a2942baca9fe931b394c2ac0508f1
53	0	\\x6e19d560006c7512d0af300d0763a01547ba1c1ec3dc40d587daaf5f69e733f2
54	0	\\x7a6ae7a89133a39c88a98f142c5c02b025dce82d338d01eee831ccbba2e1be15
55	0	\\xb32ce7e8a466bbc03d8dc84ad888a0a762c0d1d32d3fc9e47b714aaeec4b58b3
56	0	\\x3bd1b98975006151b8db5e382b4d8a094a266c24b81585c3ee7214355567e754
57	0	\\x21a403ea2335ce3d0b1c92430b66d6fa241dd88f12c38401bf6e8a2e7206760b
58	0	\\x5a4d5574ef16f4a1e286eb445b81a091b5087b06dbe837872d52f7bbf7303c9c
59	0	\\xdc4e597b228a9a95d4b3dee1cbebd8807ae66f9dc5bffd95ec884cd088ed1410
60	0	\\xc286f0ff229ad3155899cf65fa10d78344800a162e2b221569fd7ec4d956dd04
61	0	\\x7dcd957d535bec84e677fce8c8aa977e9a5ce1f8344065948c502d6d3110b1b2
62	0	\\xe6805194e167ecdce1eede5557c0d2fee1356598c663eb65ceff494f41d5de4a
63	0	\\xc43390636a4b0c9e076b5ed16b798632de5939fdb0c5e5bafab73901a45d3c53
\.


--
-- Data for Name: audit_seal; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.audit_seal (id, sealed_at, lane, seq, hash, signature) FROM stdin;
\.


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.auth_group (id, name) FROM stdin;
\.


--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.auth_group_permissions (id, group_id, permission_id) FROM stdin;
\.


--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can add permission	1	add_permission
2	Can change permission	1	change_permission
3	Can delete permission	1	delete_permission
4	Can view permission	1	view_permission
5	Can add group	2	add_group
6	Can change group	2	change_group
7	Can delete group	2	delete_group
8	Can view group	2	view_group
9	Can add content type	3	add_contenttype
10	Can change content type	3	change_contenttype
11	Can delete content type	3	delete_contenttype
12	Can view content type	3	view_contenttype
13	Can add session	4	add_session
14	Can change session	4	change_session
15	Can delete session	4	delete_session
16	Can view session	4	view_session
17	Can add email address	5	add_emailaddress
18	Can change email address	5	change_emailaddress
19	Can delete email address	5	delete_emailaddress
20	Can view email address	5	view_emailaddress
21	Can add email confirmation	6	add_emailconfirmation
22	Can change email confirmation	6	change_emailconfirmation
23	Can delete email confirmation	6	delete_emailconfirmation
24	Can view email confirmation	6	view_emailconfirmation
25	Can add authenticator	7	add_authenticator
26	Can change authenticator	7	change_authenticator
27	Can delete authenticator	7	delete_authenticator
28	Can view authenticator	7	view_authenticator
29	Can add user session	8	add_usersession
30	Can change user session	8	change_usersession
31	Can delete user session	8	delete_usersession
32	Can view user session	8	view_usersession
33	Can add procrastinate event	9	add_procrastinateevent
34	Can change procrastinate event	9	change_procrastinateevent
35	Can delete procrastinate event	9	delete_procrastinateevent
36	Can view procrastinate event	9	view_procrastinateevent
37	Can add procrastinate job	10	add_procrastinatejob
38	Can change procrastinate job	10	change_procrastinatejob
39	Can delete procrastinate job	10	delete_procrastinatejob
40	Can view procrastinate job	10	view_procrastinatejob
41	Can add procrastinate periodic defer	11	add_procrastinateperiodicdefer
42	Can change procrastinate periodic defer	11	change_procrastinateperiodicdefer
43	Can delete procrastinate periodic defer	11	delete_procrastinateperiodicdefer
44	Can view procrastinate periodic defer	11	view_procrastinateperiodicdefer
45	Can add procrastinate worker	12	add_procrastinateworker
46	Can change procrastinate worker	12	change_procrastinateworker
47	Can delete procrastinate worker	12	delete_procrastinateworker
48	Can view procrastinate worker	12	view_procrastinateworker
49	Can add head	13	add_head
50	Can change head	13	change_head
51	Can delete head	13	delete_head
52	Can view head	13	view_head
53	Can add entry	14	add_entry
54	Can change entry	14	change_entry
55	Can delete entry	14	delete_entry
56	Can view entry	14	view_entry
57	Can add seal	15	add_seal
58	Can change seal	15	change_seal
59	Can delete seal	15	delete_seal
60	Can view seal	15	view_seal
61	Can add agency	16	add_agency
62	Can change agency	16	change_agency
63	Can delete agency	16	delete_agency
64	Can view agency	16	view_agency
65	Can add local rule	17	add_localrule
66	Can change local rule	17	change_localrule
67	Can delete local rule	17	delete_localrule
68	Can view local rule	17	view_localrule
69	Can add succession	18	add_succession
70	Can change succession	18	change_succession
71	Can delete succession	18	delete_succession
72	Can view succession	18	view_succession
73	Can add user	19	add_user
74	Can change user	19	change_user
75	Can delete user	19	delete_user
76	Can view user	19	view_user
77	Can add first administrator code	20	add_firstadministratorcode
78	Can change first administrator code	20	change_firstadministratorcode
79	Can delete first administrator code	20	delete_firstadministratorcode
80	Can view first administrator code	20	view_firstadministratorcode
81	Can add api client	21	add_apiclient
82	Can change api client	21	change_apiclient
83	Can delete api client	21	delete_apiclient
84	Can view api client	21	view_apiclient
85	Can add post	22	add_post
86	Can change post	22	change_post
87	Can delete post	22	delete_post
88	Can view post	22	view_post
89	Can add matter	23	add_matter
90	Can change matter	23	change_matter
91	Can delete matter	23	delete_matter
92	Can view matter	23	view_matter
93	Can add exclusion	24	add_exclusion
94	Can change exclusion	24	change_exclusion
95	Can delete exclusion	24	delete_exclusion
96	Can view exclusion	24	view_exclusion
97	Can add clock	25	add_clock
98	Can change clock	25	change_clock
99	Can delete clock	25	delete_clock
100	Can view clock	25	view_clock
101	Can add assignment	26	add_assignment
102	Can change assignment	26	change_assignment
103	Can delete assignment	26	delete_assignment
104	Can view assignment	26	view_assignment
105	Can add notice	27	add_notice
106	Can change notice	27	change_notice
107	Can delete notice	27	delete_notice
108	Can view notice	27	view_notice
109	Can add participation	28	add_participation
110	Can change participation	28	change_participation
111	Can delete participation	28	delete_participation
112	Can view participation	28	view_participation
113	Can add clock move	29	add_clockmove
114	Can change clock move	29	change_clockmove
115	Can delete clock move	29	delete_clockmove
116	Can view clock move	29	view_clockmove
117	Can add handover	30	add_handover
118	Can change handover	30	change_handover
119	Can delete handover	30	delete_handover
120	Can view handover	30	view_handover
121	Can add handover part	31	add_handoverpart
122	Can change handover part	31	change_handoverpart
123	Can delete handover part	31	delete_handoverpart
124	Can view handover part	31	view_handoverpart
125	Can add move	32	add_move
126	Can change move	32	change_move
127	Can delete move	32	delete_move
128	Can view move	32	view_move
129	Can add saved filter	33	add_savedfilter
130	Can change saved filter	33	change_savedfilter
131	Can delete saved filter	33	delete_savedfilter
132	Can view saved filter	33	view_savedfilter
133	Can add stored file	34	add_storedfile
134	Can change stored file	34	change_storedfile
135	Can delete stored file	34	delete_storedfile
136	Can view stored file	34	view_storedfile
137	Can add paper	35	add_paper
138	Can change paper	35	change_paper
139	Can delete paper	35	delete_paper
140	Can view paper	35	view_paper
141	Can add register	36	add_register
142	Can change register	36	change_register
143	Can delete register	36	delete_register
144	Can view register	36	view_register
145	Can add register number	37	add_registernumber
146	Can change register number	37	change_registernumber
147	Can delete register number	37	delete_registernumber
148	Can view register number	37	view_registernumber
149	Can add delivery	38	add_delivery
150	Can change delivery	38	change_delivery
151	Can delete delivery	38	delete_delivery
152	Can view delivery	38	view_delivery
153	Can add form template	39	add_formtemplate
154	Can change form template	39	change_formtemplate
155	Can delete form template	39	delete_formtemplate
156	Can view form template	39	view_formtemplate
157	Can add personal letter	40	add_personalletter
158	Can change personal letter	40	change_personalletter
159	Can delete personal letter	40	delete_personalletter
160	Can view personal letter	40	view_personalletter
161	Can add signed copy	41	add_signedcopy
162	Can change signed copy	41	change_signedcopy
163	Can delete signed copy	41	delete_signedcopy
164	Can view signed copy	41	view_signedcopy
165	Can add trusted certificate	42	add_trustedcertificate
166	Can change trusted certificate	42	change_trustedcertificate
167	Can delete trusted certificate	42	delete_trustedcertificate
168	Can view trusted certificate	42	view_trustedcertificate
169	Can add party	43	add_party
170	Can change party	43	change_party
171	Can delete party	43	delete_party
172	Can view party	43	view_party
173	Can add sealed identity	44	add_sealedidentity
174	Can change sealed identity	44	change_sealedidentity
175	Can delete sealed identity	44	delete_sealedidentity
176	Can view sealed identity	44	view_sealedidentity
177	Can add submission	45	add_submission
178	Can change submission	45	change_submission
179	Can delete submission	45	delete_submission
180	Can view submission	45	view_submission
181	Can add attachment	46	add_attachment
182	Can change attachment	46	change_attachment
183	Can delete attachment	46	delete_attachment
184	Can view attachment	46	view_attachment
185	Can add opening	47	add_opening
186	Can change opening	47	change_opening
187	Can delete opening	47	delete_opening
188	Can view opening	47	view_opening
189	Can add search text	48	add_searchtext
190	Can change search text	48	change_searchtext
191	Can delete search text	48	delete_searchtext
192	Can view search text	48	view_searchtext
193	Can add link	49	add_link
194	Can change link	49	change_link
195	Can delete link	49	delete_link
196	Can view link	49	view_link
197	Can add sketch	50	add_sketch
198	Can change sketch	50	change_sketch
199	Can delete sketch	50	delete_sketch
200	Can view sketch	50	view_sketch
201	Can add proposal	51	add_proposal
202	Can change proposal	51	change_proposal
203	Can delete proposal	51	delete_proposal
204	Can view proposal	51	view_proposal
205	Can add transfer	52	add_transfer
206	Can change transfer	52	change_transfer
207	Can delete transfer	52	delete_transfer
208	Can view transfer	52	view_transfer
209	Can add case	53	add_case
210	Can change case	53	change_case
211	Can delete case	53	delete_case
212	Can view case	53	view_case
213	Can add evidence	54	add_evidence
214	Can change evidence	54	change_evidence
215	Can delete evidence	54	delete_evidence
216	Can view evidence	54	view_evidence
217	Can add extension	55	add_extension
218	Can change extension	55	change_extension
219	Can delete extension	55	delete_extension
220	Can view extension	55	view_extension
221	Can add finding	56	add_finding
222	Can change finding	56	change_finding
223	Can delete finding	56	delete_finding
224	Can view finding	56	view_finding
225	Can add note	57	add_note
226	Can change note	57	change_note
227	Can delete note	57	delete_note
228	Can view note	57	view_note
229	Can add obligation	58	add_obligation
230	Can change obligation	58	change_obligation
231	Can delete obligation	58	delete_obligation
232	Can view obligation	58	view_obligation
233	Can add publication	59	add_publication
234	Can change publication	59	change_publication
235	Can delete publication	59	delete_publication
236	Can view publication	59	view_publication
237	Can add session	60	add_session
238	Can change session	60	change_session
239	Can delete session	60	delete_session
240	Can view session	60	view_session
241	Can add step	61	add_step
242	Can change step	61	change_step
243	Can delete step	61	delete_step
244	Can view step	61	view_step
245	Can add suspension	62	add_suspension
246	Can change suspension	62	change_suspension
247	Can delete suspension	62	delete_suspension
248	Can view suspension	62	view_suspension
249	Can add team member	63	add_teammember
250	Can change team member	63	change_teammember
251	Can delete team member	63	delete_teammember
252	Can view team member	63	view_teammember
253	Can add urging	64	add_urging
254	Can change urging	64	change_urging
255	Can delete urging	64	delete_urging
256	Can view urging	64	view_urging
257	Can add protection	65	add_protection
258	Can change protection	65	change_protection
259	Can delete protection	65	delete_protection
260	Can view protection	65	view_protection
261	Can add protection detail	66	add_protectiondetail
262	Can change protection detail	66	change_protectiondetail
263	Can delete protection detail	66	delete_protectiondetail
264	Can view protection detail	66	view_protectiondetail
265	Can add review	67	add_review
266	Can change review	67	change_review
267	Can delete review	67	delete_review
268	Can view review	67	view_review
269	Can add court file	68	add_courtfile
270	Can change court file	68	change_courtfile
271	Can delete court file	68	delete_courtfile
272	Can view court file	68	view_courtfile
273	Can add link	69	add_link
274	Can change link	69	change_link
275	Can delete link	69	delete_link
276	Can view link	69	view_link
277	Can add mandate	70	add_mandate
278	Can change mandate	70	change_mandate
279	Can delete mandate	70	delete_mandate
280	Can view mandate	70	view_mandate
281	Can add breach	71	add_breach
282	Can change breach	71	change_breach
283	Can delete breach	71	delete_breach
284	Can view breach	71	view_breach
285	Can add data request	72	add_datarequest
286	Can change data request	72	change_datarequest
287	Can delete data request	72	delete_datarequest
288	Can view data request	72	view_datarequest
289	Can add destruction	73	add_destruction
290	Can change destruction	73	change_destruction
291	Can delete destruction	73	delete_destruction
292	Can view destruction	73	view_destruction
293	Can add reception	74	add_reception
294	Can change reception	74	change_reception
295	Can delete reception	74	delete_reception
296	Can view reception	74	view_reception
297	Can add receipt	75	add_receipt
298	Can change receipt	75	change_receipt
299	Can delete receipt	75	delete_receipt
300	Can view receipt	75	view_receipt
301	Can add visitor	76	add_visitor
302	Can change visitor	76	change_visitor
303	Can delete visitor	76	delete_visitor
304	Can view visitor	76	view_visitor
305	Can add reception session	77	add_receptionsession
306	Can change reception session	77	change_receptionsession
307	Can delete reception session	77	delete_receptionsession
308	Can view reception session	77	view_receptionsession
309	Can add follow up	78	add_followup
310	Can change follow up	78	change_followup
311	Can delete follow up	78	delete_followup
312	Can view follow up	78	view_followup
313	Can add session move	79	add_sessionmove
314	Can change session move	79	change_sessionmove
315	Can delete session move	79	delete_sessionmove
316	Can view session move	79	view_sessionmove
317	Can add session visit	80	add_sessionvisit
318	Can change session visit	80	change_sessionvisit
319	Can delete session visit	80	delete_sessionvisit
320	Can view session visit	80	view_sessionvisit
321	Can add appointment	81	add_appointment
322	Can change appointment	81	change_appointment
323	Can delete appointment	81	delete_appointment
324	Can view appointment	81	view_appointment
325	Can add queue ticket	82	add_queueticket
326	Can change queue ticket	82	change_queueticket
327	Can delete queue ticket	82	delete_queueticket
328	Can view queue ticket	82	view_queueticket
329	Can add reception hours	83	add_receptionhours
330	Can change reception hours	83	change_receptionhours
331	Can delete reception hours	83	delete_receptionhours
332	Can view reception hours	83	view_receptionhours
333	Can add portal page	84	add_portalpage
334	Can change portal page	84	change_portalpage
335	Can delete portal page	84	delete_portalpage
336	Can view portal page	84	view_portalpage
337	Can add import run	85	add_importrun
338	Can change import run	85	change_importrun
339	Can delete import run	85	delete_importrun
340	Can view import run	85	view_importrun
341	Can add import item	86	add_importitem
342	Can change import item	86	change_importitem
343	Can delete import item	86	delete_importitem
344	Can view import item	86	view_importitem
345	Can add calendar feed	87	add_calendarfeed
346	Can change calendar feed	87	change_calendarfeed
347	Can delete calendar feed	87	delete_calendarfeed
348	Can view calendar feed	87	view_calendarfeed
349	Can add member	88	add_member
350	Can change member	88	change_member
351	Can delete member	88	delete_member
352	Can view member	88	view_member
353	Can add roster	89	add_roster
354	Can change roster	89	change_roster
355	Can delete roster	89	delete_roster
356	Can view roster	89	view_roster
357	Can add hand over	90	add_handover
358	Can change hand over	90	change_handover
359	Can delete hand over	90	delete_handover
360	Can view hand over	90	view_handover
361	Can add duty shift	91	add_dutyshift
362	Can change duty shift	91	change_dutyshift
363	Can delete duty shift	91	delete_dutyshift
364	Can view duty shift	91	view_dutyshift
365	Can add solving	92	add_solving
366	Can change solving	92	change_solving
367	Can delete solving	92	delete_solving
368	Can view solving	92	view_solving
369	Can add swap	93	add_swap
370	Can change swap	93	change_swap
371	Can delete swap	93	delete_swap
372	Can view swap	93	view_swap
373	Can add task force	94	add_taskforce
374	Can change task force	94	change_taskforce
375	Can delete task force	94	delete_taskforce
376	Can view task force	94	view_taskforce
377	Can add wish	95	add_wish
378	Can change wish	95	change_wish
379	Can delete wish	95	delete_wish
380	Can view wish	95	view_wish
381	Can add allowance rate	96	add_allowancerate
382	Can change allowance rate	96	change_allowancerate
383	Can delete allowance rate	96	delete_allowancerate
384	Can view allowance rate	96	view_allowancerate
385	Can add office	97	add_office
386	Can change office	97	change_office
387	Can delete office	97	delete_office
388	Can view office	97	view_office
389	Can add incident	98	add_incident
390	Can change incident	98	change_incident
391	Can delete incident	98	delete_incident
392	Can view incident	98	view_incident
393	Can add situation	99	add_situation
394	Can change situation	99	change_situation
395	Can delete situation	99	delete_situation
396	Can view situation	99	view_situation
397	Can add contact	100	add_contact
398	Can change contact	100	change_contact
399	Can delete contact	100	delete_contact
400	Can view contact	100	view_contact
401	Can add home notice	101	add_homenotice
402	Can change home notice	101	change_homenotice
403	Can delete home notice	101	delete_homenotice
404	Can view home notice	101	view_homenotice
405	Can add call out	102	add_callout
406	Can change call out	102	change_callout
407	Can delete call out	102	delete_callout
408	Can view call out	102	view_callout
409	Can add incident matter	103	add_incidentmatter
410	Can change incident matter	103	change_incidentmatter
411	Can delete incident matter	103	delete_incidentmatter
412	Can view incident matter	103	view_incidentmatter
413	Can add log line	104	add_logline
414	Can change log line	104	change_logline
415	Can delete log line	104	delete_logline
416	Can view log line	104	view_logline
417	Can add plan document	105	add_plandocument
418	Can change plan document	105	change_plandocument
419	Can delete plan document	105	delete_plandocument
420	Can view plan document	105	view_plandocument
421	Can add reading progress	106	add_readingprogress
422	Can change reading progress	106	change_readingprogress
423	Can delete reading progress	106	delete_readingprogress
424	Can view reading progress	106	view_readingprogress
425	Can add bookable	107	add_bookable
426	Can change bookable	107	change_bookable
427	Can delete bookable	107	delete_bookable
428	Can view bookable	107	view_bookable
429	Can add event window	108	add_eventwindow
430	Can change event window	108	change_eventwindow
431	Can delete event window	108	delete_eventwindow
432	Can view event window	108	view_eventwindow
433	Can add enforcement flag	109	add_enforcementflag
434	Can change enforcement flag	109	change_enforcementflag
435	Can delete enforcement flag	109	delete_enforcementflag
436	Can view enforcement flag	109	view_enforcementflag
437	Can add plan	110	add_plan
438	Can change plan	110	change_plan
439	Can delete plan	110	delete_plan
440	Can view plan	110	view_plan
441	Can add plan body	111	add_planbody
442	Can change plan body	111	change_planbody
443	Can delete plan body	111	delete_planbody
444	Can view plan body	111	view_planbody
445	Can add plan draft	112	add_plandraft
446	Can change plan draft	112	change_plandraft
447	Can delete plan draft	112	delete_plandraft
448	Can view plan draft	112	view_plandraft
449	Can add plan version	113	add_planversion
450	Can change plan version	113	change_planversion
451	Can delete plan version	113	delete_planversion
452	Can view plan version	113	view_planversion
453	Can add progress	114	add_progress
454	Can change progress	114	change_progress
455	Can delete progress	114	delete_progress
456	Can view progress	114	view_progress
457	Can add evidence	115	add_evidence
458	Can change evidence	115	change_evidence
459	Can delete evidence	115	delete_evidence
460	Can view evidence	115	view_evidence
461	Can add report duty	116	add_reportduty
462	Can change report duty	116	change_reportduty
463	Can delete report duty	116	delete_reportduty
464	Can view report duty	116	view_reportduty
465	Can add report	117	add_report
466	Can change report	117	change_report
467	Can delete report	117	delete_report
468	Can view report	117	view_report
469	Can add review campaign	118	add_reviewcampaign
470	Can change review campaign	118	change_reviewcampaign
471	Can delete review campaign	118	delete_reviewcampaign
472	Can view review campaign	118	view_reviewcampaign
473	Can add reviewed case	119	add_reviewedcase
474	Can change reviewed case	119	change_reviewedcase
475	Can delete reviewed case	119	delete_reviewedcase
476	Can view reviewed case	119	view_reviewedcase
477	Can add task	120	add_task
478	Can change task	120	change_task
479	Can delete task	120	delete_task
480	Can view task	120	view_task
481	Can add register entry	121	add_registerentry
482	Can change register entry	121	change_registerentry
483	Can delete register entry	121	delete_registerentry
484	Can view register entry	121	view_registerentry
485	Can add booking	122	add_booking
486	Can change booking	122	change_booking
487	Can delete booking	122	delete_booking
488	Can view booking	122	view_booking
489	Can add task agency	123	add_taskagency
490	Can change task agency	123	change_taskagency
491	Can delete task agency	123	delete_taskagency
492	Can view task agency	123	view_taskagency
493	Can add obstacle	124	add_obstacle
494	Can change obstacle	124	change_obstacle
495	Can delete obstacle	124	delete_obstacle
496	Can view obstacle	124	view_obstacle
497	Can add task deadline	125	add_taskdeadline
498	Can change task deadline	125	change_taskdeadline
499	Can delete task deadline	125	delete_taskdeadline
500	Can view task deadline	125	view_taskdeadline
501	Can add task urging	126	add_taskurging
502	Can change task urging	126	change_taskurging
503	Can delete task urging	126	delete_taskurging
504	Can view task urging	126	view_taskurging
505	Can add report series	127	add_reportseries
506	Can change report series	127	change_reportseries
507	Can delete report series	127	delete_reportseries
508	Can view report series	127	view_reportseries
509	Can add situation report	128	add_situationreport
510	Can change situation report	128	change_situationreport
511	Can delete situation report	128	delete_situationreport
512	Can view situation report	128	view_situationreport
513	Can add expected	129	add_expected
514	Can change expected	129	change_expected
515	Can delete expected	129	delete_expected
516	Can view expected	129	view_expected
517	Can add online session	130	add_onlinesession
518	Can change online session	130	change_onlinesession
519	Can delete online session	130	delete_onlinesession
520	Can view online session	130	view_onlinesession
521	Can add online point	131	add_onlinepoint
522	Can change online point	131	change_onlinepoint
523	Can delete online point	131	delete_onlinepoint
524	Can view online point	131	view_onlinepoint
525	Can add online break	132	add_onlinebreak
526	Can change online break	132	change_onlinebreak
527	Can delete online break	132	delete_onlinebreak
528	Can view online break	132	view_onlinebreak
529	Can add told turn	133	add_toldturn
530	Can change told turn	133	change_toldturn
531	Can delete told turn	133	delete_toldturn
532	Can view told turn	133	view_toldturn
\.


--
-- Data for Name: cache; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cache (cache_key, value, expires) FROM stdin;
\.


--
-- Data for Name: cases_case; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_case (id, code, procedure, procedure_on, state, state_before_suspension, received_on, accepted_on, decided_on, delivered_on, in_effect_on, closed_on, people, complexity, complexity_note, remote, demand_differs, outcome, outcome_note, facts, windows, agency_id, handler_id, leader_id, matter_id, submission_id, superior_id, destroyed_on) FROM stdin;
\.


--
-- Data for Name: cases_courtfile; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_courtfile (id, court, number, accepted_on, handed_over_on, judged_on, judgment, effect, effect_note, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_evidence; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_evidence (id, title, supplied_by, supplied_on, note, case_id, file_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_extension; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_extension (id, days, decided_on, reason, case_id, matter_id, paper_id) FROM stdin;
\.


--
-- Data for Name: cases_finding; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_finding (id, issue, finding, basis, proposal, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_link; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_link (id, kind, code, what, made_on, ended_on, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_mandate; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_mandate (id, kind, name, document, form, given_on, scope, recorded_on, ended_on, end_reason, case_id, matter_id, party_id) FROM stdin;
\.


--
-- Data for Name: cases_note; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_note (id, at, text, by_id, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_obligation; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_obligation (id, what, money_million_vnd, land_m2, persons, to_state, due_on, done_on, done_note, agency_id, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_protection; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_protection (id, asked_on, asked_how, written_on, goods, decided_on, granted, measures, protector, reason, ended_on, end_ground, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_protectiondetail; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_protectiondetail (id, envelope, matter_id, protection_id) FROM stdin;
\.


--
-- Data for Name: cases_publication; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_publication (id, way, from_on, until_on, times, place, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_review; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_review (id, ordered_by, ordered_on, signs, result, result_on, remedy, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_session; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_session (id, kind, held_on, notified_on, place, chair, with_whom, present, absence, minutes, agreed, still_open, case_id, matter_id, paper_id, envelope) FROM stdin;
\.


--
-- Data for Name: cases_step; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_step (id, act, from_state, to_state, done_on, done_at, note, facts, by_id, case_id, matter_id, paper_id) FROM stdin;
\.


--
-- Data for Name: cases_suspension; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_suspension (id, kind, ground, starts_on, ends_before, reason, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: cases_teammember; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_teammember (id, is_head, ends_on, case_id, matter_id, user_id) FROM stdin;
\.


--
-- Data for Name: cases_urging; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.cases_urging (id, asked_on, text, answer_by, answered_on, answer, answered_by_id, asked_by_id, from_agency_id, matter_id, paper_id, to_agency_id) FROM stdin;
\.


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.django_content_type (id, app_label, model) FROM stdin;
1	auth	permission
2	auth	group
3	contenttypes	contenttype
4	sessions	session
5	account	emailaddress
6	account	emailconfirmation
7	mfa	authenticator
8	usersessions	usersession
9	procrastinate	procrastinateevent
10	procrastinate	procrastinatejob
11	procrastinate	procrastinateperiodicdefer
12	procrastinate	procrastinateworker
13	audit	head
14	audit	entry
15	audit	seal
16	agencies	agency
17	agencies	localrule
18	agencies	succession
19	accounts	user
20	accounts	firstadministratorcode
21	accounts	apiclient
22	accounts	post
23	matters	matter
24	matters	exclusion
25	matters	clock
26	matters	assignment
27	matters	notice
28	matters	participation
29	matters	clockmove
30	matters	handover
31	matters	handoverpart
32	matters	move
33	matters	savedfilter
34	documents	storedfile
35	documents	paper
36	documents	register
37	documents	registernumber
38	documents	delivery
39	documents	formtemplate
40	documents	personalletter
41	documents	signedcopy
42	documents	trustedcertificate
43	submissions	party
44	submissions	sealedidentity
45	submissions	submission
46	submissions	attachment
47	submissions	opening
48	submissions	searchtext
49	duplicates	link
50	duplicates	sketch
51	routing	proposal
52	routing	transfer
53	cases	case
54	cases	evidence
55	cases	extension
56	cases	finding
57	cases	note
58	cases	obligation
59	cases	publication
60	cases	session
61	cases	step
62	cases	suspension
63	cases	teammember
64	cases	urging
65	cases	protection
66	cases	protectiondetail
67	cases	review
68	cases	courtfile
69	cases	link
70	cases	mandate
71	privacy	breach
72	privacy	datarequest
73	privacy	destruction
74	reception	reception
75	reception	receipt
76	reception	visitor
77	agenda	receptionsession
78	agenda	followup
79	agenda	sessionmove
80	agenda	sessionvisit
81	agenda	appointment
82	agenda	queueticket
83	agenda	receptionhours
84	pages	portalpage
85	imports	importrun
86	imports	importitem
87	rosters	calendarfeed
88	rosters	member
89	rosters	roster
90	rosters	handover
91	rosters	dutyshift
92	rosters	solving
93	rosters	swap
94	rosters	taskforce
95	rosters	wish
96	rosters	allowancerate
97	incidents	office
98	incidents	incident
99	incidents	situation
100	incidents	contact
101	incidents	homenotice
102	incidents	callout
103	incidents	incidentmatter
104	incidents	logline
105	plans	plandocument
106	plans	readingprogress
107	plans	bookable
108	plans	eventwindow
109	plans	enforcementflag
110	plans	plan
111	plans	planbody
112	plans	plandraft
113	plans	planversion
114	plans	progress
115	plans	evidence
116	plans	reportduty
117	plans	report
118	plans	reviewcampaign
119	plans	reviewedcase
120	plans	task
121	plans	registerentry
122	plans	booking
123	plans	taskagency
124	plans	obstacle
125	plans	taskdeadline
126	plans	taskurging
127	situation	reportseries
128	situation	situationreport
129	situation	expected
130	online	onlinesession
131	online	onlinepoint
132	online	onlinebreak
133	ops	toldturn
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	agencies	0001_initial	2026-11-30 02:45:48.792902+07
2	accounts	0001_initial	2026-11-30 02:45:48.819927+07
3	account	0001_initial	2026-11-30 02:45:48.839861+07
4	account	0002_email_max_length	2026-11-30 02:45:48.845352+07
5	account	0003_alter_emailaddress_create_unique_verified_email	2026-11-30 02:45:48.854194+07
6	account	0004_alter_emailaddress_drop_unique_email	2026-11-30 02:45:48.864686+07
7	account	0005_emailaddress_idx_upper_email	2026-11-30 02:45:48.869834+07
8	account	0006_emailaddress_lower	2026-11-30 02:45:48.877477+07
9	account	0007_emailaddress_idx_email	2026-11-30 02:45:48.886234+07
10	account	0008_emailaddress_unique_primary_email_fixup	2026-11-30 02:45:48.897033+07
11	account	0009_emailaddress_unique_primary_email	2026-11-30 02:45:48.901977+07
12	audit	0001_initial	2026-11-30 02:45:48.91777+07
13	audit	0002_chain	2026-11-30 02:45:48.920888+07
14	agencies	0002_local_rules	2026-11-30 02:45:48.946085+07
15	agencies	0003_local_rules_audited	2026-11-30 02:45:48.948305+07
16	accounts	0002_enter	2026-11-30 02:45:48.951654+07
17	accounts	0003_cache	2026-11-30 02:45:48.956231+07
18	accounts	0004_no_post_for_oneself	2026-11-30 02:45:48.958083+07
19	accounts	0005_post_delegation	2026-11-30 02:45:48.984752+07
20	accounts	0006_post_waits	2026-11-30 02:45:49.022633+07
21	agencies	0004_more_local_rules	2026-11-30 02:45:49.028588+07
22	agencies	0005_case_record_years	2026-11-30 02:45:49.037034+07
23	matters	0001_initial	2026-11-30 02:45:49.299656+07
24	documents	0001_initial	2026-11-30 02:45:49.566222+07
25	submissions	0001_initial	2026-11-30 02:45:49.863166+07
26	matters	0002_rights	2026-11-30 02:45:49.879193+07
27	documents	0002_rights	2026-11-30 02:45:49.88925+07
28	submissions	0002_rights	2026-11-30 02:45:49.900889+07
29	submissions	0003_guard_openings	2026-11-30 02:45:49.904761+07
30	reception	0001_initial	2026-11-30 02:45:50.107803+07
31	reception	0002_rights	2026-11-30 02:45:50.113581+07
32	reception	0003_notice_version	2026-11-30 02:45:50.269878+07
33	reception	0004_sealed_visitors	2026-11-30 02:45:50.272877+07
34	reception	0005_request_digest	2026-11-30 02:45:50.298892+07
35	matters	0003_board	2026-11-30 02:45:50.301914+07
36	documents	0003_paper_life	2026-11-30 02:45:50.956791+07
37	documents	0004_paper_life_rights	2026-11-30 02:45:50.965385+07
38	agenda	0001_initial	2026-11-30 02:45:51.224864+07
39	agenda	0002_rights	2026-11-30 02:45:51.238058+07
40	agenda	0003_appointments	2026-11-30 02:45:51.573971+07
41	agenda	0004_appointment_rights	2026-11-30 02:45:51.582247+07
42	agenda	0005_follow_ups_handed_over	2026-11-30 02:45:51.585778+07
43	audit	0003_own_entry	2026-11-30 02:45:51.587392+07
44	contenttypes	0001_initial	2026-11-30 02:45:51.593363+07
45	contenttypes	0002_remove_content_type_name	2026-11-30 02:45:51.631683+07
46	auth	0001_initial	2026-11-30 02:45:51.651959+07
47	auth	0002_alter_permission_name_max_length	2026-11-30 02:45:51.656293+07
48	auth	0003_alter_user_email_max_length	2026-11-30 02:45:51.661042+07
49	auth	0004_alter_user_username_opts	2026-11-30 02:45:51.666323+07
50	auth	0005_alter_user_last_login_null	2026-11-30 02:45:51.671117+07
51	auth	0006_require_contenttypes_0002	2026-11-30 02:45:51.672049+07
52	auth	0007_alter_validators_add_error_messages	2026-11-30 02:45:51.676538+07
53	auth	0008_alter_user_username_max_length	2026-11-30 02:45:51.681409+07
54	auth	0009_alter_user_last_name_max_length	2026-11-30 02:45:51.686224+07
55	auth	0010_alter_group_name_max_length	2026-11-30 02:45:51.692083+07
56	auth	0011_update_proxy_permissions	2026-11-30 02:45:51.728931+07
57	auth	0012_alter_user_first_name_max_length	2026-11-30 02:45:51.734048+07
58	documents	0005_paper_of_act	2026-11-30 02:45:51.794197+07
59	submissions	0004_ready	2026-11-30 02:45:51.797405+07
60	submissions	0005_party_ended	2026-11-30 02:45:51.816254+07
61	cases	0001_initial	2026-11-30 02:45:52.90279+07
62	cases	0002_rights	2026-11-30 02:45:52.918398+07
63	cases	0003_seal_minutes	2026-11-30 02:45:52.950717+07
64	cases	0004_named_parts	2026-11-30 02:45:53.49805+07
65	cases	0005_named_parts_rights	2026-11-30 02:45:53.510057+07
66	cases	0006_mandate_party	2026-11-30 02:45:53.558096+07
67	cases	0007_case_destroyed_on	2026-11-30 02:45:53.606169+07
68	cases	0008_linked_cases	2026-11-30 02:45:53.609655+07
69	routing	0001_initial	2026-11-30 02:45:53.756107+07
70	routing	0002_rights	2026-11-30 02:45:53.760801+07
71	duplicates	0001_initial	2026-11-30 02:45:54.008484+07
72	duplicates	0002_rights	2026-11-30 02:45:54.012825+07
73	duplicates	0003_find_repeats	2026-11-30 02:45:54.018611+07
74	routing	0003_chain	2026-11-30 02:45:54.020977+07
75	documents	0006_what_an_act_is_of	2026-11-30 02:45:54.067754+07
76	documents	0007_marks_of_open_drafts	2026-11-30 02:45:54.071267+07
77	documents	0008_papers_of_office	2026-11-30 02:45:54.164612+07
78	documents	0009_drafts_are_own	2026-11-30 02:45:54.170122+07
79	documents	0010_waits_for_review	2026-11-30 02:45:54.215639+07
80	documents	0011_next_number	2026-11-30 02:45:54.218576+07
81	duplicates	0004_lean_index	2026-11-30 02:45:54.292199+07
82	duplicates	0005_find_sooner	2026-11-30 02:45:54.294916+07
83	duplicates	0006_compare_fewer	2026-11-30 02:45:54.297214+07
84	imports	0001_initial	2026-11-30 02:45:54.446666+07
85	imports	0002_rights	2026-11-30 02:45:54.451781+07
86	incidents	0001_initial	2026-11-30 02:45:55.387891+07
87	incidents	0002_rights	2026-11-30 02:45:55.409958+07
88	incidents	0003_log_stands	2026-11-30 02:45:55.412635+07
89	incidents	0004_oversight_reads_the_log	2026-11-30 02:45:55.414993+07
90	matters	0004_clock_moves	2026-11-30 02:45:55.48106+07
91	matters	0005_clock_move_rights	2026-11-30 02:45:55.48408+07
92	matters	0006_handovers	2026-11-30 02:45:56.236059+07
93	matters	0007_handover_rights	2026-11-30 02:45:56.246638+07
94	matters	0008_line_order	2026-11-30 02:45:56.636764+07
95	matters	0009_saved_filters	2026-11-30 02:45:56.756738+07
96	matters	0010_read_sooner	2026-11-30 02:45:57.250327+07
97	matters	0011_board_group_size	2026-11-30 02:45:57.254352+07
98	matters	0012_open_with_number	2026-11-30 02:45:57.25709+07
99	matters	0013_clock_agency_unindexed	2026-11-30 02:45:57.332388+07
100	mfa	0001_initial	2026-11-30 02:45:57.403733+07
101	mfa	0002_authenticator_timestamps	2026-11-30 02:45:57.463067+07
102	mfa	0003_authenticator_type_uniq	2026-11-30 02:45:57.688403+07
103	online	0001_initial	2026-11-30 02:45:58.576509+07
104	online	0002_rights	2026-11-30 02:45:58.584681+07
105	online	0003_list_within_reach	2026-11-30 02:45:58.587634+07
106	ops	0001_told_turns	2026-11-30 02:45:58.593166+07
107	pages	0001_initial	2026-11-30 02:45:58.674378+07
108	pages	0002_rights	2026-11-30 02:45:58.681567+07
109	rosters	0001_initial	2026-11-30 02:46:00.487841+07
110	rosters	0002_rights	2026-11-30 02:46:00.527873+07
111	plans	0001_initial	2026-11-30 02:46:01.128821+07
112	plans	0002_rights	2026-11-30 02:46:01.136439+07
113	plans	0003_work	2026-11-30 02:46:06.176476+07
114	plans	0004_work_rights	2026-11-30 02:46:06.277668+07
115	plans	0005_force_and_final	2026-11-30 02:46:07.104191+07
116	plans	0006_unread_file_not_kept	2026-11-30 02:46:07.297967+07
117	portal	0001_throttle	2026-11-30 02:46:07.305249+07
118	privacy	0001_initial	2026-11-30 02:46:07.936567+07
119	privacy	0002_rights	2026-11-30 02:46:07.953879+07
120	privacy	0003_destroy_desk	2026-11-30 02:46:07.956688+07
121	privacy	0004_destroy_digests	2026-11-30 02:46:07.959129+07
122	privacy	0005_destroy_case	2026-11-30 02:46:07.965823+07
123	privacy	0006_destroy_reasons	2026-11-30 02:46:07.97095+07
124	procrastinate	0001_initial	2026-11-30 02:46:07.981961+07
125	procrastinate	0002_drop_started_at_column	2026-11-30 02:46:07.98533+07
126	procrastinate	0003_drop_started_at_column	2026-11-30 02:46:07.988125+07
127	procrastinate	0004_drop_procrastinate_version_table	2026-11-30 02:46:07.990562+07
128	procrastinate	0005_fix_procrastinate_fetch_job	2026-11-30 02:46:07.993123+07
129	procrastinate	0006_fix_trigger_status_events_insert	2026-11-30 02:46:07.996073+07
130	procrastinate	0007_add_queueing_lock_column	2026-11-30 02:46:07.998515+07
131	procrastinate	0008_close_fetch_job_race_condition	2026-11-30 02:46:08.002359+07
132	procrastinate	0009_add_defer_job_function	2026-11-30 02:46:08.00525+07
133	procrastinate	0010_add_procrastinate_periodic_defers	2026-11-30 02:46:08.010077+07
134	procrastinate	0011_add_foreign_key_index	2026-11-30 02:46:08.012763+07
135	procrastinate	0012_add_locks_to_periodic_defer	2026-11-30 02:46:08.016297+07
136	procrastinate	0013_fix_procrastinate_defer_periodic_job	2026-11-30 02:46:08.018871+07
137	procrastinate	0014_add_finish_job_and_retry_job_functions	2026-11-30 02:46:08.021033+07
138	procrastinate	0015_add_trigger_on_job_deletion	2026-11-30 02:46:08.023353+07
139	procrastinate	0016_delete_finished_jobs	2026-11-30 02:46:08.025551+07
140	procrastinate	0017_add_checks_to_finish_job	2026-11-30 02:46:08.027351+07
141	procrastinate	0018_add_checks_to_retry_job	2026-11-30 02:46:08.029401+07
142	procrastinate	0019_fix_finish_job_compat_issue	2026-11-30 02:46:08.031478+07
143	procrastinate	0020_add_index_on_procrastinate_jobs	2026-11-30 02:46:08.033913+07
144	procrastinate	0021_add_kwargs_to_defer_periodic_job	2026-11-30 02:46:08.036876+07
145	procrastinate	0022_null_locks_excluded	2026-11-30 02:46:08.039243+07
146	procrastinate	0023_remove_old_finish_job_function	2026-11-30 02:46:08.041636+07
147	procrastinate	0024_job_id_bigint	2026-11-30 02:46:08.04619+07
148	procrastinate	0025_add_models	2026-11-30 02:46:08.052933+07
149	procrastinate	0026_add_job_priority	2026-11-30 02:46:08.059084+07
150	procrastinate	0027_add_periodic_job_priority	2026-11-30 02:46:08.061386+07
151	procrastinate	0028_add_cancel_states	2026-11-30 02:46:08.070815+07
152	procrastinate	0029_add_additional_params_to_retry_job	2026-11-30 02:46:08.073254+07
153	procrastinate	0030_alter_procrastinateevent_options	2026-11-30 02:46:08.076899+07
154	procrastinate	0031_add_indexes_for_fetch_job	2026-11-30 02:46:08.080777+07
155	procrastinate	0032_pre_cancel_notification	2026-11-30 02:46:08.088651+07
156	procrastinate	0033_post_cancel_notification	2026-11-30 02:46:08.101841+07
157	procrastinate	0034_pre_add_heartbeat	2026-11-30 02:46:08.111137+07
158	procrastinate	0035_post_add_heartbeat	2026-11-30 02:46:08.113588+07
159	procrastinate	0036_add_worker_model	2026-11-30 02:46:08.119488+07
160	procrastinate	0037_pre_batch_defer_jobs	2026-11-30 02:46:08.122564+07
161	procrastinate	0038_post_batch_defer_jobs	2026-11-30 02:46:08.124699+07
162	procrastinate	0039_pre_priority_lock_fetch_job	2026-11-30 02:46:08.127576+07
163	procrastinate	0040_pre_retry_failed_job	2026-11-30 02:46:08.129807+07
164	procrastinate	0041_post_retry_failed_job	2026-11-30 02:46:08.132543+07
165	rosters	0003_narrow_rights	2026-11-30 02:46:08.145442+07
166	routing	0004_closed_by_withdrawal	2026-11-30 02:46:08.477705+07
167	sessions	0001_initial	2026-11-30 02:46:08.487082+07
168	situation	0001_initial	2026-11-30 02:46:09.090542+07
169	situation	0002_rights	2026-11-30 02:46:09.104173+07
170	situation	0003_expected	2026-11-30 02:46:09.343663+07
171	situation	0004_expected_rights	2026-11-30 02:46:09.352846+07
172	submissions	0006_notice_version	2026-11-30 02:46:09.443472+07
173	submissions	0007_request_digest	2026-11-30 02:46:09.525295+07
174	submissions	0008_second_stage	2026-11-30 02:46:09.771428+07
175	submissions	0009_find_sooner	2026-11-30 02:46:09.77679+07
176	submissions	0010_take_in	2026-11-30 02:46:09.779678+07
177	succession	0001_succeed	2026-11-30 02:46:09.786789+07
178	succession	0002_office_closes	2026-11-30 02:46:09.789593+07
179	succession	0003_follow_ups_go_on	2026-11-30 02:46:09.79222+07
180	usersessions	0001_initial	2026-11-30 02:46:09.90245+07
\.


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
\.


--
-- Data for Name: documents_delivery; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_delivery (id, addressee, addressee_name, way, sent_on, received_on, proof, agency_id, matter_id, paper_id, recall_confirmed_on) FROM stdin;
\.


--
-- Data for Name: documents_formtemplate; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_formtemplate (id, agency_path, form_key, version, note, added_by, added_at, ended_at, ended_by, agency_id, file_id) FROM stdin;
\.


--
-- Data for Name: documents_paper; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_paper (id, agency_path, form_key, title, "values", sealed_values, sealed, status, number, symbol, dated_on, recipients, signer_name, signer_title, drafted_at, cancel_reason, agency_id, drafted_by_id, issued_by_id, matter_id, file_id, approved_by_id, ended_on, ended_reason, relates_to_id, relation, returned_note, reviewed_by_id, template_id, act, act_typed, act_of) FROM stdin;
\.


--
-- Data for Name: documents_personalletter; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_personalletter (id, agency_path, number, addressee, postal_mark, received_on, state, handed_on, handed_to, registered_as, added_by, agency_id) FROM stdin;
\.


--
-- Data for Name: documents_register; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_register (id, agency_path, book, document_type, year, last_number, agency_id) FROM stdin;
\.


--
-- Data for Name: documents_registernumber; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_registernumber (id, agency_path, number, given_on, subject, cancelled_on, cancel_reason, matter_id, register_id) FROM stdin;
\.


--
-- Data for Name: documents_signedcopy; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_signedcopy (id, added_by, added_at, file_id, matter_id, paper_id) FROM stdin;
\.


--
-- Data for Name: documents_storedfile; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_storedfile (id, key, size_bytes, media_type, pages, thumbnail_key) FROM stdin;
\.


--
-- Data for Name: documents_trustedcertificate; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.documents_trustedcertificate (id, agency_path, subject, fingerprint, der, not_before, not_after, added_by, added_at, ended_at, agency_id) FROM stdin;
\.


--
-- Data for Name: duplicates_link; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.duplicates_link (id, same, likeness, found_at, earlier_id, found_by_id, matter_id, submission_id) FROM stdin;
\.


--
-- Data for Name: duplicates_sketch; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.duplicates_sketch (id, hashes, size, attacked_hash, matter_id, submission_id) FROM stdin;
\.


--
-- Data for Name: imports_importitem; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.imports_importitem (id, agency_path, "row", subject, status, number, year, run_id) FROM stdin;
\.


--
-- Data for Name: imports_importrun; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.imports_importrun (id, agency_path, book, name, envelope, headers, header_row, mapping, state, rows, done, problems, made_at, finished_at, undone_at, undo_reason, agency_id, made_by_id) FROM stdin;
\.


--
-- Data for Name: incidents_callout; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_callout (id, name, title, phone, called_at, acknowledged_at, came_at, user_id, incident_id) FROM stdin;
\.


--
-- Data for Name: incidents_contact; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_contact (id, "order", name, title, phone, situation_id) FROM stdin;
\.


--
-- Data for Name: incidents_homenotice; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_homenotice (id, agency_path, told_at, answer, answered_at, end_seen_at, agency_id, answered_by_id, incident_id) FROM stdin;
\.


--
-- Data for Name: incidents_incident; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_incident (id, code, agency_path, situation, place, began_at, people, most_people, about, demands, received_by, spokespersons, urgent, acknowledged_at, agreed, dialogue_on, answer_by, transport, ended_at, lessons, closed_at, reported_at, request_key, acknowledged_by_id, agency_id, leader_id, reported_by_id, office_id) FROM stdin;
\.


--
-- Data for Name: incidents_incidentmatter; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_incidentmatter (id, code, linked_at, incident_id, matter_id) FROM stdin;
\.


--
-- Data for Name: incidents_logline; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_logline (id, at, kind, text, people, written_by, written_at, incident_id) FROM stdin;
\.


--
-- Data for Name: incidents_office; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_office (id, agency_path, name, address, room, phone, closed, agency_id) FROM stdin;
\.


--
-- Data for Name: incidents_situation; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.incidents_situation (id, name, steps, room, removed, office_id) FROM stdin;
\.


--
-- Data for Name: matters_assignment; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_assignment (id, duty, starts_at, ends_at, agency_id, user_id, matter_id) FROM stdin;
\.


--
-- Data for Name: matters_clock; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_clock (id, agency_path, rule_id, rule_version, starts_on, due_on, rolled_due_on, explanation, status, closed_on, agency_id, matter_id) FROM stdin;
\.


--
-- Data for Name: matters_clockmove; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_clockmove (id, agency_path, due_before, due_after, reason, moved_at, clock_id, matter_id) FROM stdin;
\.


--
-- Data for Name: matters_exclusion; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_exclusion (id, agency_path, reason, user_id, matter_id) FROM stdin;
\.


--
-- Data for Name: matters_handover; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_handover (id, agency_path, kind, effect_on, decision, template, state, prepared_at, approved_at, done_at, moved, withdrawn_reason, approved_by_id, predecessor_id, prepared_by_id) FROM stdin;
\.


--
-- Data for Name: matters_handoverpart; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_handoverpart (id, agency_path, successor_path, main, share, handover_id, successor_id) FROM stdin;
\.


--
-- Data for Name: matters_matter; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_matter (id, kind, sealed, created_by, created_at, agency_id, same_as_id) FROM stdin;
\.


--
-- Data for Name: matters_move; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_move (id, to_path, why, register_number, received_on, done, from_agency_id, handover_id, matter_id, to_agency_id) FROM stdin;
\.


--
-- Data for Name: matters_notice; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_notice (id, agency_path, role, kind, code, made_at, read_at, acknowledged_at, acknowledged_by_id, agency_id, matter_id, user_id) FROM stdin;
\.


--
-- Data for Name: matters_participation; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_participation (id, agency_path, capacity, sealed, code, kind, title, field_code, state, register_number, people, received_on, due_on, closed_on, agency_id, handler_id, matter_id) FROM stdin;
\.


--
-- Data for Name: matters_savedfilter; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.matters_savedfilter (id, page, name, query, created_at, user_id) FROM stdin;
\.


--
-- Data for Name: mfa_authenticator; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.mfa_authenticator (id, type, data, user_id, created_at, last_used_at) FROM stdin;
\.


--
-- Data for Name: online_onlinebreak; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.online_onlinebreak (id, lost_at, restored_at, note, matter_id, point_id, session_id) FROM stdin;
\.


--
-- Data for Name: online_onlinepoint; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.online_onlinepoint (id, session_code, starts_at, central, agency_path, name, address, contact, citizen_here, told, tested_on, test_note, connected_at, attendance, agency_id, matter_id, session_id) FROM stdin;
\.


--
-- Data for Name: online_onlinesession; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.online_onlinesession (id, code, agency_path, state, ground, reason, conditions, starts_at, platform, contact, people, decided_at, announced_on, opened_at, late_reason, private_recording_banned, ended_at, recording_ref, recording_place, recording_hash, recording_proof, read_back_at, signing, signing_refusal, closing_reason, agency_id, decided_by_id, invitation_id, matter_id, minutes_id, moved_from_id, notice_id, reception_id, submission_id) FROM stdin;
\.


--
-- Data for Name: ops_toldturn; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.ops_toldturn (id, part, story, turn, came) FROM stdin;
\.


--
-- Data for Name: pages_portalpage; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.pages_portalpage (id, code, agency_path, kind, title, text, decision, decided_code, state, written_at, sent_back, published_on, withdrawn_on, withdrawn_reason, agency_id, approved_by_id, replaces_id, written_by_id) FROM stdin;
\.


--
-- Data for Name: plans_bookable; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_bookable (id, agency_path, kind, name, note, ended_on, agency_id) FROM stdin;
\.


--
-- Data for Name: plans_booking; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_booking (id, agency_path, starts_at, ends_at, purpose, booked_at, cancelled_at, bookable_id, booked_by_id, task_id) FROM stdin;
\.


--
-- Data for Name: plans_enforcementflag; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_enforcementflag (id, agency_path, what, planned_on, told_at, decision, reason, postponed_to, decided_at, case_id, decided_by_id, matter_id, told_by_id, window_id) FROM stdin;
\.


--
-- Data for Name: plans_eventwindow; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_eventwindow (id, code, agency_path, name, kind, prepares_on, starts_on, ends_on, follows_until, created_at, agency_id, created_by_id) FROM stdin;
\.


--
-- Data for Name: plans_evidence; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_evidence (id, agency_path, coordinator_path, kind, name, amount, link, file_id, progress_id) FROM stdin;
\.


--
-- Data for Name: plans_obstacle; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_obstacle (id, agency_path, coordinator_path, via_path, to_path, text, proposal, status, told_at, passed_at, passed_note, answer, answered_at, answered_by_id, to_id, told_by_id, via_id, line_id) FROM stdin;
\.


--
-- Data for Name: plans_plan; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_plan (id, code, agency_path, above_path, title, number, issuer, signed_on, status, version, made_at, issued_at, closed_at, evaluation, lessons, agency_id, implements_id, made_by_id, window_id, final_authority, final_name, final_number, final_on, final_symbol, final_title, force_id) FROM stdin;
\.


--
-- Data for Name: plans_planbody; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_planbody (id, name, agencies, kind, confidence, why, decided_at, decided_by_id, plan_id) FROM stdin;
\.


--
-- Data for Name: plans_plandocument; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_plandocument (id, code, agency_path, name, format, pages, status, failure_code, failure_text, text, reading, places, corrections, summary, uploaded_at, read_at, confirmed_at, agency_id, confirmed_by_id, file_id, uploaded_by_id) FROM stdin;
\.


--
-- Data for Name: plans_plandraft; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_plandraft (id, code, agency_path, content, made_at, changed_at, agency_id, document_id, made_by_id) FROM stdin;
\.


--
-- Data for Name: plans_planversion; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_planversion (id, ordinal, kind, number, signed_on, changes, taken_at, made_at, document_id, made_by_id, plan_id) FROM stdin;
\.


--
-- Data for Name: plans_progress; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_progress (id, agency_path, coordinator_path, percent, value, text, told_on, made_at, made_by_id, line_id) FROM stdin;
\.


--
-- Data for Name: plans_readingprogress; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_readingprogress (id, stage, done, total, told_at, plan_id) FROM stdin;
\.


--
-- Data for Name: plans_registerentry; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_registerentry (id, kind, agency_path, coordinator_path, title, happened_on, due_on, concluded_on, closed_on, details, made_at, voided_at, void_reason, agency_id, made_by_id, task_id) FROM stdin;
\.


--
-- Data for Name: plans_report; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_report (id, code, agency_path, coordinator_path, via_path, to_path, starts_on, ends_on, due_at, status, figures, texts, consolidated, saved_at, sent_at, passed_at, received_at, return_reason, agency_id, plan_id, sent_by_id, duty_id, told_late_at) FROM stdin;
\.


--
-- Data for Name: plans_reportduty; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_reportduty (id, agency_path, title, period, at_time, weekday, month_day, month, day, starts_on, ends_on, agencies, to_path, via_path, printed, ended_at, plan_id, to_id, via_id) FROM stdin;
\.


--
-- Data for Name: plans_reviewcampaign; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_reviewcampaign (id, code, agency_path, name, measures, chosen_on, ends_on, closed_on, made_at, agency_id, made_by_id, window_id, task_id) FROM stdin;
\.


--
-- Data for Name: plans_reviewedcase; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_reviewedcase (id, agency_path, measures, reviewed_on, opinion, way, leader, due_on, result, settled_on, campaign_id, case_id, matter_id) FROM stdin;
\.


--
-- Data for Name: plans_task; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_task (id, agency_path, coordinator_path, ordinal, text, section, heading, basis, passages, kind, lead_text, coordinate_text, report_to, via, result, indicator, target, unit, recurring, requested, phase, due_on, done_on, status, since_version, until_version, assignee_id, implements_id, parent_id, plan_id) FROM stdin;
\.


--
-- Data for Name: plans_taskagency; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_taskagency (id, agency_path, coordinator_path, capacity, status, reason, answered_at, percent, value, told_on, due_on, due_time, done_on, urged_on, agency_id, answered_by_id, plan_id, task_id) FROM stdin;
\.


--
-- Data for Name: plans_taskdeadline; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_taskdeadline (id, kind, printed, day, month, month_day, weekday, anchor, event, event_on, offset_days, working_days, at_time, task_id) FROM stdin;
\.


--
-- Data for Name: plans_taskurging; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.plans_taskurging (id, agency_path, coordinator_path, from_path, text, answer_by, made_at, answer, answered_at, from_agency_id, line_id, made_by_id) FROM stdin;
\.


--
-- Data for Name: privacy_breach; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.privacy_breach (id, agency_path, discovered_at, what, harm_possible, notify_by, notified_at, notified_to, late_reason, measures, closed_at, added_by, agency_id) FROM stdin;
\.


--
-- Data for Name: privacy_datarequest; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.privacy_datarequest (id, agency_path, kind, envelope, about, received_on, by_processor, acknowledge_by, acknowledged_on, due_on, extension_reason, state, outcome, ground, closed_on, added_by, agency_id) FROM stdin;
\.


--
-- Data for Name: privacy_destruction; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.privacy_destruction (id, agency_path, submission_code, decision, reason, files, decided_at, agency_id, decided_by_id, matter_id) FROM stdin;
\.


--
-- Data for Name: procrastinate_events; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.procrastinate_events (id, job_id, type, at) FROM stdin;
\.


--
-- Data for Name: procrastinate_jobs; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.procrastinate_jobs (id, queue_name, task_name, lock, args, status, scheduled_at, attempts, queueing_lock, priority, abort_requested, worker_id) FROM stdin;
\.


--
-- Data for Name: procrastinate_periodic_defers; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.procrastinate_periodic_defers (id, task_name, defer_timestamp, job_id, periodic_id) FROM stdin;
\.


--
-- Data for Name: procrastinate_workers; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.procrastinate_workers (id, last_heartbeat) FROM stdin;
\.


--
-- Data for Name: reception_receipt; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.reception_receipt (id, agency_path, items, copies, given_at, matter_id, officer_id, paper_id, submission_id, reception_id) FROM stdin;
\.


--
-- Data for Name: reception_reception; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.reception_reception (id, agency_path, number, code, received_on, received_at, kind, mode, place, received_by_role, purpose, sealed, people, representatives, summary, content, demands, earlier_handling, settled_by, interpreter, taken_down, read_back_at, signing, first_time, competent, outcome, outcome_note, refusal_code, refusal_facts, refusal_complete_on, reply_due_on, replied_on, reply_note, void_reason, request_key, created_at, agency_id, matter_id, officer_id, outcome_agency_id, submission_id, refusal_paper_id, notice_version, request_digest) FROM stdin;
\.


--
-- Data for Name: reception_visitor; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.reception_visitor (id, agency_path, sealed, name, identity_kind, envelope, standing, standing_papers, reception_id) FROM stdin;
\.


--
-- Data for Name: rosters_allowancerate; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_allowancerate (id, agency_path, kind, standby, amount, basis, starts_on, agency_id) FROM stdin;
\.


--
-- Data for Name: rosters_calendarfeed; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_calendarfeed (id, token_hash, made_at, revoked_at, user_id) FROM stdin;
\.


--
-- Data for Name: rosters_dutyshift; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_dutyshift (id, agency_path, "on", shift, post, standby, leads, starts_at, ends_at, published, attendance, came_at, left_at, note, member_id, roster_id) FROM stdin;
\.


--
-- Data for Name: rosters_handover; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_handover (id, "on", shift, text, written_at, written_by_id, roster_id) FROM stdin;
\.


--
-- Data for Name: rosters_member; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_member (id, name, title, body, phone, function, leads, skills, on_roster, reply, asked_on, asked_letter, replied_on, reply_letter, scope, left_on, user_id, force_id) FROM stdin;
\.


--
-- Data for Name: rosters_roster; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_roster (id, code, agency_path, title, starts_on, ends_on, setup, status, findings, created_at, published_at, agency_id, created_by_id, force_id) FROM stdin;
\.


--
-- Data for Name: rosters_solving; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_solving (id, stage, price, told_at, roster_id) FROM stdin;
\.


--
-- Data for Name: rosters_swap; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_swap (id, reason, status, asked_at, answered_at, decided_at, decided_by_id, duty_id, other_id, other_duty_id) FROM stdin;
\.


--
-- Data for Name: rosters_taskforce; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_taskforce (id, code, agency_path, name, decision_number, decision_symbol, decided_on, bases, duties, signer_authority, signer_title, signer_name, starts_on, ends_on, ended_on, end_reason, created_at, agency_id, created_by_id) FROM stdin;
\.


--
-- Data for Name: rosters_wish; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.rosters_wish (id, "on", shift, kind, member_id, roster_id) FROM stdin;
\.


--
-- Data for Name: routing_proposal; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.routing_proposal (id, act, to_text, reason, rule, ground, proposed_at, decided_at, approved, decision_note, agency_id, decided_by_id, matter_id, paper_id, proposed_by_id, submission_id, to_agency_id) FROM stdin;
\.


--
-- Data for Name: routing_transfer; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.routing_transfer (id, act, to_text, reason, rule, done_on, taken_on, replied_on, reply, once_key, done_by_id, from_agency_id, matter_id, paper_id, submission_id, to_agency_id) FROM stdin;
\.


--
-- Data for Name: situation_expected; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.situation_expected (id, series_path, agency_path, asked_at, agency_id, series_id) FROM stdin;
\.


--
-- Data for Name: situation_reportseries; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.situation_reportseries (id, code, agency_path, title, starts_on, during_from, during_to, ends_on, send_at, created_at, agency_id, created_by_id, earlier_id, receiver_id, under_id) FROM stdin;
\.


--
-- Data for Name: situation_situationreport; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.situation_situationreport (id, agency_path, receiver_path, "on", figures, notes, made_at, sent_at, sent_by, series_id, missing, received, total) FROM stdin;
\.


--
-- Data for Name: submissions_attachment; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.submissions_attachment (id, role, name, sealed, text, text_status, added_by, added_at, file_id, matter_id, submission_id) FROM stdin;
\.


--
-- Data for Name: submissions_opening; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.submissions_opening (id, agency_path, reason, status, asked_at, decided_at, opened_at, ends_at, decided_by_id, matter_id, user_id) FROM stdin;
\.


--
-- Data for Name: submissions_party; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.submissions_party (id, role, name, sealed, identity_kind, envelope, number_hash, standing, withdrew_on, matter_id, submission_id, ended_on) FROM stdin;
\.


--
-- Data for Name: submissions_sealedidentity; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.submissions_sealedidentity (id, envelope, matter_id, party_id) FROM stdin;
\.


--
-- Data for Name: submissions_searchtext; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.submissions_searchtext (id, words, matter_id) FROM stdin;
\.


--
-- Data for Name: submissions_submission; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.submissions_submission (id, code, pin_hash, status, kind, petition_mark, source, forwarding_number, forwarding_dated_on, received_on, first_received_on, written_on, summary, content, demands, earlier_handling, respondent_name, respondent_post, attacked_number, attacked_on, attacked_act, attacked_known_on, against_code, field_code, people, all_signed, signing, anonymous, concerns_event, eligibility, eligible, unprocessed_reason, closed_on, void_reason, request_key, created_by, created_at, destroyed_on, agency_id, forwarded_by_id, matter_id, respondent_agency_id, split_from_id, notice_version, request_digest, second_stage) FROM stdin;
\.


--
-- Data for Name: throttle; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.throttle (key, hits, ends_at) FROM stdin;
\.


--
-- Data for Name: usersessions_usersession; Type: TABLE DATA; Schema: public; Owner: tiepdan_owner
--

COPY public.usersessions_usersession (id, created_at, ip, last_seen_at, session_key, user_agent, data, user_id) FROM stdin;
\.


--
-- Data for Name: seal_setting; Type: TABLE DATA; Schema: tiepdan; Owner: tiepdan_owner
--

COPY tiepdan.seal_setting (id, second_approval) FROM stdin;
t	f
\.


--
-- Name: account_emailaddress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


--
-- Name: account_emailconfirmation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


--
-- Name: accounts_apiclient_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.accounts_apiclient_id_seq', 1, false);


--
-- Name: accounts_firstadministratorcode_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.accounts_firstadministratorcode_id_seq', 1, false);


--
-- Name: accounts_post_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.accounts_post_id_seq', 1, false);


--
-- Name: accounts_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);


--
-- Name: agencies_agency_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agencies_agency_id_seq', 1, false);


--
-- Name: agencies_localrule_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agencies_localrule_id_seq', 1, false);


--
-- Name: agencies_succession_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agencies_succession_id_seq', 1, false);


--
-- Name: agenda_appointment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agenda_appointment_id_seq', 1, false);


--
-- Name: agenda_followup_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agenda_followup_id_seq', 1, false);


--
-- Name: agenda_queueticket_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agenda_queueticket_id_seq', 1, false);


--
-- Name: agenda_receptionhours_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agenda_receptionhours_id_seq', 1, false);


--
-- Name: agenda_receptionsession_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agenda_receptionsession_id_seq', 1, false);


--
-- Name: agenda_sessionmove_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agenda_sessionmove_id_seq', 1, false);


--
-- Name: agenda_sessionvisit_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.agenda_sessionvisit_id_seq', 1, false);


--
-- Name: audit_entry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.audit_entry_id_seq', 1, false);


--
-- Name: audit_seal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.audit_seal_id_seq', 1, false);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 532, true);


--
-- Name: cases_case_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_case_id_seq', 1, false);


--
-- Name: cases_courtfile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_courtfile_id_seq', 1, false);


--
-- Name: cases_evidence_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_evidence_id_seq', 1, false);


--
-- Name: cases_extension_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_extension_id_seq', 1, false);


--
-- Name: cases_finding_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_finding_id_seq', 1, false);


--
-- Name: cases_link_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_link_id_seq', 1, false);


--
-- Name: cases_mandate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_mandate_id_seq', 1, false);


--
-- Name: cases_note_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_note_id_seq', 1, false);


--
-- Name: cases_obligation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_obligation_id_seq', 1, false);


--
-- Name: cases_protection_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_protection_id_seq', 1, false);


--
-- Name: cases_protectiondetail_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_protectiondetail_id_seq', 1, false);


--
-- Name: cases_publication_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_publication_id_seq', 1, false);


--
-- Name: cases_review_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_review_id_seq', 1, false);


--
-- Name: cases_session_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_session_id_seq', 1, false);


--
-- Name: cases_step_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_step_id_seq', 1, false);


--
-- Name: cases_suspension_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_suspension_id_seq', 1, false);


--
-- Name: cases_teammember_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_teammember_id_seq', 1, false);


--
-- Name: cases_urging_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.cases_urging_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 133, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 180, true);


--
-- Name: documents_delivery_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_delivery_id_seq', 1, false);


--
-- Name: documents_formtemplate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_formtemplate_id_seq', 1, false);


--
-- Name: documents_paper_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_paper_id_seq', 1, false);


--
-- Name: documents_personalletter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_personalletter_id_seq', 1, false);


--
-- Name: documents_register_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_register_id_seq', 1, false);


--
-- Name: documents_registernumber_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_registernumber_id_seq', 1, false);


--
-- Name: documents_signedcopy_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_signedcopy_id_seq', 1, false);


--
-- Name: documents_storedfile_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_storedfile_id_seq', 1, false);


--
-- Name: documents_trustedcertificate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.documents_trustedcertificate_id_seq', 1, false);


--
-- Name: duplicates_link_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.duplicates_link_id_seq', 1, false);


--
-- Name: duplicates_sketch_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.duplicates_sketch_id_seq', 1, false);


--
-- Name: imports_importitem_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.imports_importitem_id_seq', 1, false);


--
-- Name: imports_importrun_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.imports_importrun_id_seq', 1, false);


--
-- Name: incidents_callout_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_callout_id_seq', 1, false);


--
-- Name: incidents_contact_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_contact_id_seq', 1, false);


--
-- Name: incidents_homenotice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_homenotice_id_seq', 1, false);


--
-- Name: incidents_incident_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_incident_id_seq', 1, false);


--
-- Name: incidents_incidentmatter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_incidentmatter_id_seq', 1, false);


--
-- Name: incidents_logline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_logline_id_seq', 1, false);


--
-- Name: incidents_office_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_office_id_seq', 1, false);


--
-- Name: incidents_situation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.incidents_situation_id_seq', 1, false);


--
-- Name: matters_assignment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_assignment_id_seq', 1, false);


--
-- Name: matters_clock_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_clock_id_seq', 1, false);


--
-- Name: matters_clockmove_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_clockmove_id_seq', 1, false);


--
-- Name: matters_exclusion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_exclusion_id_seq', 1, false);


--
-- Name: matters_handover_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_handover_id_seq', 1, false);


--
-- Name: matters_handoverpart_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_handoverpart_id_seq', 1, false);


--
-- Name: matters_matter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_matter_id_seq', 1, false);


--
-- Name: matters_move_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_move_id_seq', 1, false);


--
-- Name: matters_notice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_notice_id_seq', 1, false);


--
-- Name: matters_participation_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_participation_id_seq', 1, false);


--
-- Name: matters_savedfilter_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.matters_savedfilter_id_seq', 1, false);


--
-- Name: mfa_authenticator_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


--
-- Name: online_onlinebreak_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.online_onlinebreak_id_seq', 1, false);


--
-- Name: online_onlinepoint_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.online_onlinepoint_id_seq', 1, false);


--
-- Name: online_onlinesession_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.online_onlinesession_id_seq', 1, false);


--
-- Name: ops_toldturn_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.ops_toldturn_id_seq', 1, false);


--
-- Name: pages_portalpage_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.pages_portalpage_id_seq', 1, false);


--
-- Name: plans_bookable_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_bookable_id_seq', 1, false);


--
-- Name: plans_booking_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_booking_id_seq', 1, false);


--
-- Name: plans_enforcementflag_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_enforcementflag_id_seq', 1, false);


--
-- Name: plans_eventwindow_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_eventwindow_id_seq', 1, false);


--
-- Name: plans_evidence_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_evidence_id_seq', 1, false);


--
-- Name: plans_obstacle_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_obstacle_id_seq', 1, false);


--
-- Name: plans_plan_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_plan_id_seq', 1, false);


--
-- Name: plans_planbody_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_planbody_id_seq', 1, false);


--
-- Name: plans_plandocument_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_plandocument_id_seq', 1, false);


--
-- Name: plans_plandraft_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_plandraft_id_seq', 1, false);


--
-- Name: plans_planversion_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_planversion_id_seq', 1, false);


--
-- Name: plans_progress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_progress_id_seq', 1, false);


--
-- Name: plans_readingprogress_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_readingprogress_id_seq', 1, false);


--
-- Name: plans_registerentry_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_registerentry_id_seq', 1, false);


--
-- Name: plans_report_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_report_id_seq', 1, false);


--
-- Name: plans_reportduty_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_reportduty_id_seq', 1, false);


--
-- Name: plans_reviewcampaign_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_reviewcampaign_id_seq', 1, false);


--
-- Name: plans_reviewedcase_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_reviewedcase_id_seq', 1, false);


--
-- Name: plans_task_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_task_id_seq', 1, false);


--
-- Name: plans_taskagency_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_taskagency_id_seq', 1, false);


--
-- Name: plans_taskdeadline_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_taskdeadline_id_seq', 1, false);


--
-- Name: plans_taskurging_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.plans_taskurging_id_seq', 1, false);


--
-- Name: privacy_breach_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.privacy_breach_id_seq', 1, false);


--
-- Name: privacy_datarequest_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.privacy_datarequest_id_seq', 1, false);


--
-- Name: privacy_destruction_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.privacy_destruction_id_seq', 1, false);


--
-- Name: procrastinate_events_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);


--
-- Name: procrastinate_jobs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);


--
-- Name: procrastinate_periodic_defers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);


--
-- Name: procrastinate_workers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);


--
-- Name: reception_receipt_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.reception_receipt_id_seq', 1, false);


--
-- Name: reception_reception_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.reception_reception_id_seq', 1, false);


--
-- Name: reception_visitor_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.reception_visitor_id_seq', 1, false);


--
-- Name: rosters_allowancerate_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_allowancerate_id_seq', 1, false);


--
-- Name: rosters_calendarfeed_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_calendarfeed_id_seq', 1, false);


--
-- Name: rosters_dutyshift_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_dutyshift_id_seq', 1, false);


--
-- Name: rosters_handover_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_handover_id_seq', 1, false);


--
-- Name: rosters_member_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_member_id_seq', 1, false);


--
-- Name: rosters_roster_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_roster_id_seq', 1, false);


--
-- Name: rosters_solving_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_solving_id_seq', 1, false);


--
-- Name: rosters_swap_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_swap_id_seq', 1, false);


--
-- Name: rosters_taskforce_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_taskforce_id_seq', 1, false);


--
-- Name: rosters_wish_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.rosters_wish_id_seq', 1, false);


--
-- Name: routing_proposal_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.routing_proposal_id_seq', 1, false);


--
-- Name: routing_transfer_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.routing_transfer_id_seq', 1, false);


--
-- Name: situation_expected_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.situation_expected_id_seq', 1, false);


--
-- Name: situation_reportseries_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.situation_reportseries_id_seq', 1, false);


--
-- Name: situation_situationreport_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.situation_situationreport_id_seq', 1, false);


--
-- Name: submissions_attachment_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.submissions_attachment_id_seq', 1, false);


--
-- Name: submissions_opening_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.submissions_opening_id_seq', 1, false);


--
-- Name: submissions_party_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.submissions_party_id_seq', 1, false);


--
-- Name: submissions_sealedidentity_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.submissions_sealedidentity_id_seq', 1, false);


--
-- Name: submissions_searchtext_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.submissions_searchtext_id_seq', 1, false);


--
-- Name: submissions_submission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.submissions_submission_id_seq', 1, false);


--
-- Name: usersessions_usersession_id_seq; Type: SEQUENCE SET; Schema: public; Owner: tiepdan_owner
--

SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);


--
-- Name: account_emailaddress account_emailaddress_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress account_emailaddress_user_id_email_987c8728_uniq; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


--
-- Name: account_emailconfirmation account_emailconfirmation_key_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


--
-- Name: account_emailconfirmation account_emailconfirmation_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


--
-- Name: accounts_apiclient accounts_apiclient_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_apiclient
    ADD CONSTRAINT accounts_apiclient_pkey PRIMARY KEY (id);


--
-- Name: accounts_apiclient accounts_apiclient_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_apiclient
    ADD CONSTRAINT accounts_apiclient_token_hash_key UNIQUE (token_hash);


--
-- Name: accounts_firstadministratorcode accounts_firstadministratorcode_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_firstadministratorcode
    ADD CONSTRAINT accounts_firstadministratorcode_pkey PRIMARY KEY (id);


--
-- Name: accounts_post accounts_post_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_post
    ADD CONSTRAINT accounts_post_pkey PRIMARY KEY (id);


--
-- Name: accounts_user accounts_user_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);


--
-- Name: accounts_user accounts_user_username_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_username_key UNIQUE (username);


--
-- Name: agencies_agency agencies_agency_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_code_key UNIQUE (code);


--
-- Name: agencies_agency agencies_agency_path_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_path_key UNIQUE (path);


--
-- Name: agencies_agency agencies_agency_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_pkey PRIMARY KEY (id);


--
-- Name: agencies_localrule agencies_localrule_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_localrule
    ADD CONSTRAINT agencies_localrule_pkey PRIMARY KEY (id);


--
-- Name: agencies_succession agencies_succession_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_succession
    ADD CONSTRAINT agencies_succession_pkey PRIMARY KEY (id);


--
-- Name: agenda_appointment agenda_appointment_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_appointment
    ADD CONSTRAINT agenda_appointment_code_key UNIQUE (code);


--
-- Name: agenda_appointment agenda_appointment_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_appointment
    ADD CONSTRAINT agenda_appointment_pkey PRIMARY KEY (id);


--
-- Name: agenda_followup agenda_followup_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_followup
    ADD CONSTRAINT agenda_followup_pkey PRIMARY KEY (id);


--
-- Name: agenda_queueticket agenda_queueticket_appointment_id_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_queueticket
    ADD CONSTRAINT agenda_queueticket_appointment_id_key UNIQUE (appointment_id);


--
-- Name: agenda_queueticket agenda_queueticket_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_queueticket
    ADD CONSTRAINT agenda_queueticket_pkey PRIMARY KEY (id);


--
-- Name: agenda_receptionhours agenda_receptionhours_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_receptionhours
    ADD CONSTRAINT agenda_receptionhours_pkey PRIMARY KEY (id);


--
-- Name: agenda_receptionsession agenda_receptionsession_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_receptionsession
    ADD CONSTRAINT agenda_receptionsession_code_key UNIQUE (code);


--
-- Name: agenda_receptionsession agenda_receptionsession_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_receptionsession
    ADD CONSTRAINT agenda_receptionsession_pkey PRIMARY KEY (id);


--
-- Name: agenda_sessionmove agenda_sessionmove_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_sessionmove
    ADD CONSTRAINT agenda_sessionmove_pkey PRIMARY KEY (id);


--
-- Name: agenda_sessionvisit agenda_sessionvisit_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_sessionvisit
    ADD CONSTRAINT agenda_sessionvisit_pkey PRIMARY KEY (id);


--
-- Name: agenda_sessionvisit agenda_sessionvisit_visit_id_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_sessionvisit
    ADD CONSTRAINT agenda_sessionvisit_visit_id_key UNIQUE (visit_id);


--
-- Name: situation_expected asked_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_expected
    ADD CONSTRAINT asked_once UNIQUE (series_id, agency_id);


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);


--
-- Name: audit_head audit_head_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (lane);


--
-- Name: audit_entry audit_lane_seq; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_lane_seq UNIQUE (lane, seq);


--
-- Name: audit_seal audit_seal_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: plans_bookable bookable_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_bookable
    ADD CONSTRAINT bookable_once UNIQUE (agency_id, kind, name);


--
-- Name: plans_booking booked_by_one_at_a_time; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_booking
    ADD CONSTRAINT booked_by_one_at_a_time EXCLUDE USING gist (int8range(bookable_id, bookable_id, '[]'::text) WITH &&, tstzrange(starts_at, ends_at) WITH &&) WHERE ((cancelled_at IS NULL));


--
-- Name: cache cache_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (cache_key);


--
-- Name: plans_reviewedcase case_reviewed_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewedcase
    ADD CONSTRAINT case_reviewed_once UNIQUE (campaign_id, case_id);


--
-- Name: cases_case cases_case_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_code_key UNIQUE (code);


--
-- Name: cases_case cases_case_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_pkey PRIMARY KEY (id);


--
-- Name: cases_courtfile cases_courtfile_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_courtfile
    ADD CONSTRAINT cases_courtfile_pkey PRIMARY KEY (id);


--
-- Name: cases_evidence cases_evidence_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_evidence
    ADD CONSTRAINT cases_evidence_pkey PRIMARY KEY (id);


--
-- Name: cases_extension cases_extension_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_extension
    ADD CONSTRAINT cases_extension_pkey PRIMARY KEY (id);


--
-- Name: cases_finding cases_finding_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_finding
    ADD CONSTRAINT cases_finding_pkey PRIMARY KEY (id);


--
-- Name: cases_link cases_link_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_link
    ADD CONSTRAINT cases_link_pkey PRIMARY KEY (id);


--
-- Name: cases_mandate cases_mandate_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_mandate
    ADD CONSTRAINT cases_mandate_pkey PRIMARY KEY (id);


--
-- Name: cases_note cases_note_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_pkey PRIMARY KEY (id);


--
-- Name: cases_obligation cases_obligation_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_obligation
    ADD CONSTRAINT cases_obligation_pkey PRIMARY KEY (id);


--
-- Name: cases_protection cases_protection_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_protection
    ADD CONSTRAINT cases_protection_pkey PRIMARY KEY (id);


--
-- Name: cases_protectiondetail cases_protectiondetail_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_protectiondetail
    ADD CONSTRAINT cases_protectiondetail_pkey PRIMARY KEY (id);


--
-- Name: cases_publication cases_publication_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_publication
    ADD CONSTRAINT cases_publication_pkey PRIMARY KEY (id);


--
-- Name: cases_review cases_review_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_review
    ADD CONSTRAINT cases_review_pkey PRIMARY KEY (id);


--
-- Name: cases_session cases_session_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_session
    ADD CONSTRAINT cases_session_pkey PRIMARY KEY (id);


--
-- Name: cases_step cases_step_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_step
    ADD CONSTRAINT cases_step_pkey PRIMARY KEY (id);


--
-- Name: cases_suspension cases_suspension_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_suspension
    ADD CONSTRAINT cases_suspension_pkey PRIMARY KEY (id);


--
-- Name: cases_teammember cases_teammember_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_teammember_pkey PRIMARY KEY (id);


--
-- Name: cases_urging cases_urging_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_urging
    ADD CONSTRAINT cases_urging_pkey PRIMARY KEY (id);


--
-- Name: incidents_contact contact_order; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_contact
    ADD CONSTRAINT contact_order UNIQUE (situation_id, "order");


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: documents_delivery documents_delivery_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_pkey PRIMARY KEY (id);


--
-- Name: documents_formtemplate documents_formtemplate_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_formtemplate
    ADD CONSTRAINT documents_formtemplate_pkey PRIMARY KEY (id);


--
-- Name: documents_paper documents_paper_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_pkey PRIMARY KEY (id);


--
-- Name: documents_personalletter documents_personalletter_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_personalletter
    ADD CONSTRAINT documents_personalletter_pkey PRIMARY KEY (id);


--
-- Name: documents_register documents_register_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_register
    ADD CONSTRAINT documents_register_pkey PRIMARY KEY (id);


--
-- Name: documents_registernumber documents_registernumber_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_registernumber
    ADD CONSTRAINT documents_registernumber_pkey PRIMARY KEY (id);


--
-- Name: documents_signedcopy documents_signedcopy_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_signedcopy
    ADD CONSTRAINT documents_signedcopy_pkey PRIMARY KEY (id);


--
-- Name: documents_storedfile documents_storedfile_key_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_key_key UNIQUE (key);


--
-- Name: documents_storedfile documents_storedfile_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_storedfile
    ADD CONSTRAINT documents_storedfile_pkey PRIMARY KEY (id);


--
-- Name: documents_trustedcertificate documents_trustedcertificate_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_trustedcertificate
    ADD CONSTRAINT documents_trustedcertificate_pkey PRIMARY KEY (id);


--
-- Name: duplicates_link duplicates_link_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_link
    ADD CONSTRAINT duplicates_link_pkey PRIMARY KEY (id);


--
-- Name: duplicates_sketch duplicates_sketch_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_sketch
    ADD CONSTRAINT duplicates_sketch_pkey PRIMARY KEY (id);


--
-- Name: duplicates_sketch duplicates_sketch_submission_id_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_sketch
    ADD CONSTRAINT duplicates_sketch_submission_id_key UNIQUE (submission_id);


--
-- Name: documents_formtemplate form_template_version_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_formtemplate
    ADD CONSTRAINT form_template_version_once UNIQUE (agency_id, form_key, version);


--
-- Name: matters_handoverpart handover_part_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handoverpart
    ADD CONSTRAINT handover_part_once UNIQUE (handover_id, successor_id);


--
-- Name: incidents_homenotice home_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_homenotice
    ADD CONSTRAINT home_once UNIQUE (incident_id, agency_id);


--
-- Name: imports_importitem imports_importitem_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.imports_importitem
    ADD CONSTRAINT imports_importitem_pkey PRIMARY KEY (id);


--
-- Name: imports_importrun imports_importrun_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_pkey PRIMARY KEY (id);


--
-- Name: incidents_incidentmatter incident_matter_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incidentmatter
    ADD CONSTRAINT incident_matter_once UNIQUE (incident_id, matter_id);


--
-- Name: incidents_callout incidents_callout_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_callout
    ADD CONSTRAINT incidents_callout_pkey PRIMARY KEY (id);


--
-- Name: incidents_contact incidents_contact_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_contact
    ADD CONSTRAINT incidents_contact_pkey PRIMARY KEY (id);


--
-- Name: incidents_homenotice incidents_homenotice_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_homenotice
    ADD CONSTRAINT incidents_homenotice_pkey PRIMARY KEY (id);


--
-- Name: incidents_incident incidents_incident_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_code_key UNIQUE (code);


--
-- Name: incidents_incident incidents_incident_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_pkey PRIMARY KEY (id);


--
-- Name: incidents_incident incidents_incident_request_key_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_request_key_key UNIQUE (request_key);


--
-- Name: incidents_incidentmatter incidents_incidentmatter_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incidentmatter
    ADD CONSTRAINT incidents_incidentmatter_pkey PRIMARY KEY (id);


--
-- Name: incidents_logline incidents_logline_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_logline
    ADD CONSTRAINT incidents_logline_pkey PRIMARY KEY (id);


--
-- Name: incidents_office incidents_office_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_office
    ADD CONSTRAINT incidents_office_pkey PRIMARY KEY (id);


--
-- Name: incidents_situation incidents_situation_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_situation
    ADD CONSTRAINT incidents_situation_pkey PRIMARY KEY (id);


--
-- Name: duplicates_link link_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_link
    ADD CONSTRAINT link_once UNIQUE (submission_id, earlier_id);


--
-- Name: matters_assignment matters_assignment_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_assignment
    ADD CONSTRAINT matters_assignment_pkey PRIMARY KEY (id);


--
-- Name: matters_clock matters_clock_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_clock
    ADD CONSTRAINT matters_clock_pkey PRIMARY KEY (id);


--
-- Name: matters_clockmove matters_clockmove_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_clockmove
    ADD CONSTRAINT matters_clockmove_pkey PRIMARY KEY (id);


--
-- Name: matters_exclusion matters_exclusion_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_exclusion
    ADD CONSTRAINT matters_exclusion_pkey PRIMARY KEY (id);


--
-- Name: matters_handover matters_handover_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handover
    ADD CONSTRAINT matters_handover_pkey PRIMARY KEY (id);


--
-- Name: matters_handoverpart matters_handoverpart_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handoverpart
    ADD CONSTRAINT matters_handoverpart_pkey PRIMARY KEY (id);


--
-- Name: matters_matter matters_matter_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_matter
    ADD CONSTRAINT matters_matter_pkey PRIMARY KEY (id);


--
-- Name: matters_move matters_move_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_move
    ADD CONSTRAINT matters_move_pkey PRIMARY KEY (id);


--
-- Name: matters_notice matters_notice_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_notice
    ADD CONSTRAINT matters_notice_pkey PRIMARY KEY (id);


--
-- Name: matters_participation matters_participation_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_participation
    ADD CONSTRAINT matters_participation_pkey PRIMARY KEY (id);


--
-- Name: matters_savedfilter matters_savedfilter_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_savedfilter
    ADD CONSTRAINT matters_savedfilter_pkey PRIMARY KEY (id);


--
-- Name: mfa_authenticator mfa_authenticator_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


--
-- Name: matters_move move_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_move
    ADD CONSTRAINT move_once UNIQUE (handover_id, matter_id);


--
-- Name: incidents_office office_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_office
    ADD CONSTRAINT office_once UNIQUE (agency_id, name);


--
-- Name: rosters_dutyshift one_post_at_a_time; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_dutyshift
    ADD CONSTRAINT one_post_at_a_time UNIQUE (roster_id, member_id, "on", shift);


--
-- Name: online_onlinebreak online_onlinebreak_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinebreak
    ADD CONSTRAINT online_onlinebreak_pkey PRIMARY KEY (id);


--
-- Name: online_onlinepoint online_onlinepoint_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinepoint
    ADD CONSTRAINT online_onlinepoint_pkey PRIMARY KEY (id);


--
-- Name: online_onlinesession online_onlinesession_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_code_key UNIQUE (code);


--
-- Name: online_onlinesession online_onlinesession_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_pkey PRIMARY KEY (id);


--
-- Name: ops_toldturn ops_toldturn_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.ops_toldturn
    ADD CONSTRAINT ops_toldturn_once UNIQUE (part, story, turn);


--
-- Name: ops_toldturn ops_toldturn_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.ops_toldturn
    ADD CONSTRAINT ops_toldturn_pkey PRIMARY KEY (id);


--
-- Name: pages_portalpage pages_portalpage_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.pages_portalpage
    ADD CONSTRAINT pages_portalpage_code_key UNIQUE (code);


--
-- Name: pages_portalpage pages_portalpage_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.pages_portalpage
    ADD CONSTRAINT pages_portalpage_pkey PRIMARY KEY (id);


--
-- Name: matters_participation participation_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_participation
    ADD CONSTRAINT participation_once UNIQUE (matter_id, agency_id);


--
-- Name: plans_planbody plan_body_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planbody
    ADD CONSTRAINT plan_body_once UNIQUE (plan_id, name);


--
-- Name: plans_planversion plan_version_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plan_version_once UNIQUE (plan_id, ordinal);


--
-- Name: plans_bookable plans_bookable_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_bookable
    ADD CONSTRAINT plans_bookable_pkey PRIMARY KEY (id);


--
-- Name: plans_booking plans_booking_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_booking
    ADD CONSTRAINT plans_booking_pkey PRIMARY KEY (id);


--
-- Name: plans_enforcementflag plans_enforcementflag_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_enforcementflag
    ADD CONSTRAINT plans_enforcementflag_pkey PRIMARY KEY (id);


--
-- Name: plans_eventwindow plans_eventwindow_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_eventwindow
    ADD CONSTRAINT plans_eventwindow_code_key UNIQUE (code);


--
-- Name: plans_eventwindow plans_eventwindow_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_eventwindow
    ADD CONSTRAINT plans_eventwindow_pkey PRIMARY KEY (id);


--
-- Name: plans_evidence plans_evidence_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_evidence
    ADD CONSTRAINT plans_evidence_pkey PRIMARY KEY (id);


--
-- Name: plans_obstacle plans_obstacle_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_pkey PRIMARY KEY (id);


--
-- Name: plans_plan plans_plan_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_code_key UNIQUE (code);


--
-- Name: plans_plan plans_plan_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_pkey PRIMARY KEY (id);


--
-- Name: plans_planbody plans_planbody_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planbody
    ADD CONSTRAINT plans_planbody_pkey PRIMARY KEY (id);


--
-- Name: plans_plandocument plans_plandocument_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandocument
    ADD CONSTRAINT plans_plandocument_code_key UNIQUE (code);


--
-- Name: plans_plandocument plans_plandocument_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandocument
    ADD CONSTRAINT plans_plandocument_pkey PRIMARY KEY (id);


--
-- Name: plans_plandraft plans_plandraft_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandraft
    ADD CONSTRAINT plans_plandraft_code_key UNIQUE (code);


--
-- Name: plans_plandraft plans_plandraft_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandraft
    ADD CONSTRAINT plans_plandraft_pkey PRIMARY KEY (id);


--
-- Name: plans_planversion plans_planversion_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_pkey PRIMARY KEY (id);


--
-- Name: plans_progress plans_progress_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_progress
    ADD CONSTRAINT plans_progress_pkey PRIMARY KEY (id);


--
-- Name: plans_readingprogress plans_readingprogress_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_readingprogress
    ADD CONSTRAINT plans_readingprogress_pkey PRIMARY KEY (id);


--
-- Name: plans_readingprogress plans_readingprogress_plan_id_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_readingprogress
    ADD CONSTRAINT plans_readingprogress_plan_id_key UNIQUE (plan_id);


--
-- Name: plans_registerentry plans_registerentry_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_registerentry
    ADD CONSTRAINT plans_registerentry_pkey PRIMARY KEY (id);


--
-- Name: plans_report plans_report_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_report
    ADD CONSTRAINT plans_report_code_key UNIQUE (code);


--
-- Name: plans_report plans_report_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_report
    ADD CONSTRAINT plans_report_pkey PRIMARY KEY (id);


--
-- Name: plans_reportduty plans_reportduty_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reportduty
    ADD CONSTRAINT plans_reportduty_pkey PRIMARY KEY (id);


--
-- Name: plans_reviewcampaign plans_reviewcampaign_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewcampaign
    ADD CONSTRAINT plans_reviewcampaign_code_key UNIQUE (code);


--
-- Name: plans_reviewcampaign plans_reviewcampaign_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewcampaign
    ADD CONSTRAINT plans_reviewcampaign_pkey PRIMARY KEY (id);


--
-- Name: plans_reviewedcase plans_reviewedcase_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewedcase
    ADD CONSTRAINT plans_reviewedcase_pkey PRIMARY KEY (id);


--
-- Name: plans_task plans_task_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_pkey PRIMARY KEY (id);


--
-- Name: plans_taskagency plans_taskagency_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskagency
    ADD CONSTRAINT plans_taskagency_pkey PRIMARY KEY (id);


--
-- Name: plans_taskdeadline plans_taskdeadline_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskdeadline
    ADD CONSTRAINT plans_taskdeadline_pkey PRIMARY KEY (id);


--
-- Name: plans_taskurging plans_taskurging_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskurging
    ADD CONSTRAINT plans_taskurging_pkey PRIMARY KEY (id);


--
-- Name: privacy_breach privacy_breach_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_breach
    ADD CONSTRAINT privacy_breach_pkey PRIMARY KEY (id);


--
-- Name: privacy_datarequest privacy_datarequest_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_datarequest
    ADD CONSTRAINT privacy_datarequest_pkey PRIMARY KEY (id);


--
-- Name: privacy_destruction privacy_destruction_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_destruction
    ADD CONSTRAINT privacy_destruction_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_events procrastinate_events_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_jobs procrastinate_jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_periodic_defers procrastinate_periodic_defers_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);


--
-- Name: procrastinate_periodic_defers procrastinate_periodic_defers_unique; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);


--
-- Name: procrastinate_workers procrastinate_workers_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);


--
-- Name: rosters_allowancerate rate_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_allowancerate
    ADD CONSTRAINT rate_once UNIQUE (agency_id, kind, standby, starts_on);


--
-- Name: reception_receipt reception_receipt_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_receipt
    ADD CONSTRAINT reception_receipt_pkey PRIMARY KEY (id);


--
-- Name: reception_reception reception_reception_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_code_key UNIQUE (code);


--
-- Name: reception_reception reception_reception_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_pkey PRIMARY KEY (id);


--
-- Name: reception_reception reception_reception_request_key_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_request_key_key UNIQUE (request_key);


--
-- Name: reception_visitor reception_visitor_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_visitor
    ADD CONSTRAINT reception_visitor_pkey PRIMARY KEY (id);


--
-- Name: documents_registernumber register_number_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_registernumber
    ADD CONSTRAINT register_number_once UNIQUE (register_id, number);


--
-- Name: documents_register register_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_register
    ADD CONSTRAINT register_once UNIQUE (agency_id, book, document_type, year);


--
-- Name: situation_situationreport report_once_a_day; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_situationreport
    ADD CONSTRAINT report_once_a_day UNIQUE (series_id, "on");


--
-- Name: plans_report report_once_a_period; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_report
    ADD CONSTRAINT report_once_a_period UNIQUE (duty_id, agency_id, starts_on);


--
-- Name: rosters_allowancerate rosters_allowancerate_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_allowancerate
    ADD CONSTRAINT rosters_allowancerate_pkey PRIMARY KEY (id);


--
-- Name: rosters_calendarfeed rosters_calendarfeed_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_calendarfeed
    ADD CONSTRAINT rosters_calendarfeed_pkey PRIMARY KEY (id);


--
-- Name: rosters_calendarfeed rosters_calendarfeed_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_calendarfeed
    ADD CONSTRAINT rosters_calendarfeed_token_hash_key UNIQUE (token_hash);


--
-- Name: rosters_dutyshift rosters_dutyshift_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_dutyshift
    ADD CONSTRAINT rosters_dutyshift_pkey PRIMARY KEY (id);


--
-- Name: rosters_handover rosters_handover_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_handover
    ADD CONSTRAINT rosters_handover_pkey PRIMARY KEY (id);


--
-- Name: rosters_member rosters_member_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_member
    ADD CONSTRAINT rosters_member_pkey PRIMARY KEY (id);


--
-- Name: rosters_roster rosters_roster_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_roster
    ADD CONSTRAINT rosters_roster_code_key UNIQUE (code);


--
-- Name: rosters_roster rosters_roster_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_roster
    ADD CONSTRAINT rosters_roster_pkey PRIMARY KEY (id);


--
-- Name: rosters_solving rosters_solving_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_solving
    ADD CONSTRAINT rosters_solving_pkey PRIMARY KEY (id);


--
-- Name: rosters_solving rosters_solving_roster_id_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_solving
    ADD CONSTRAINT rosters_solving_roster_id_key UNIQUE (roster_id);


--
-- Name: rosters_swap rosters_swap_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_swap
    ADD CONSTRAINT rosters_swap_pkey PRIMARY KEY (id);


--
-- Name: rosters_taskforce rosters_taskforce_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_taskforce
    ADD CONSTRAINT rosters_taskforce_code_key UNIQUE (code);


--
-- Name: rosters_taskforce rosters_taskforce_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_taskforce
    ADD CONSTRAINT rosters_taskforce_pkey PRIMARY KEY (id);


--
-- Name: rosters_wish rosters_wish_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_wish
    ADD CONSTRAINT rosters_wish_pkey PRIMARY KEY (id);


--
-- Name: routing_proposal routing_proposal_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_pkey PRIMARY KEY (id);


--
-- Name: routing_transfer routing_transfer_once_key_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_once_key_key UNIQUE (once_key);


--
-- Name: routing_transfer routing_transfer_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_pkey PRIMARY KEY (id);


--
-- Name: matters_savedfilter saved_filter_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_savedfilter
    ADD CONSTRAINT saved_filter_once UNIQUE (user_id, page, name);


--
-- Name: situation_expected situation_expected_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_expected
    ADD CONSTRAINT situation_expected_pkey PRIMARY KEY (id);


--
-- Name: situation_reportseries situation_reportseries_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_reportseries
    ADD CONSTRAINT situation_reportseries_code_key UNIQUE (code);


--
-- Name: situation_reportseries situation_reportseries_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_reportseries
    ADD CONSTRAINT situation_reportseries_pkey PRIMARY KEY (id);


--
-- Name: situation_situationreport situation_situationreport_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_situationreport
    ADD CONSTRAINT situation_situationreport_pkey PRIMARY KEY (id);


--
-- Name: submissions_attachment submissions_attachment_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_attachment
    ADD CONSTRAINT submissions_attachment_pkey PRIMARY KEY (id);


--
-- Name: submissions_opening submissions_opening_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_opening
    ADD CONSTRAINT submissions_opening_pkey PRIMARY KEY (id);


--
-- Name: submissions_party submissions_party_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_party
    ADD CONSTRAINT submissions_party_pkey PRIMARY KEY (id);


--
-- Name: submissions_sealedidentity submissions_sealedidentity_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_sealedidentity
    ADD CONSTRAINT submissions_sealedidentity_pkey PRIMARY KEY (id);


--
-- Name: submissions_searchtext submissions_searchtext_matter_id_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_searchtext
    ADD CONSTRAINT submissions_searchtext_matter_id_key UNIQUE (matter_id);


--
-- Name: submissions_searchtext submissions_searchtext_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_searchtext
    ADD CONSTRAINT submissions_searchtext_pkey PRIMARY KEY (id);


--
-- Name: submissions_submission submissions_submission_code_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submission_code_key UNIQUE (code);


--
-- Name: submissions_submission submissions_submission_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submission_pkey PRIMARY KEY (id);


--
-- Name: submissions_submission submissions_submission_request_key_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submission_request_key_key UNIQUE (request_key);


--
-- Name: agencies_succession succession_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_succession
    ADD CONSTRAINT succession_once UNIQUE NULLS NOT DISTINCT (predecessor_id, successor_id, "on");


--
-- Name: plans_taskagency task_agency_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskagency
    ADD CONSTRAINT task_agency_once UNIQUE (task_id, agency_id);


--
-- Name: throttle throttle_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.throttle
    ADD CONSTRAINT throttle_pkey PRIMARY KEY (key);


--
-- Name: agenda_queueticket ticket_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_queueticket
    ADD CONSTRAINT ticket_once UNIQUE (agency_id, "on", number);


--
-- Name: usersessions_usersession usersessions_usersession_pkey; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);


--
-- Name: usersessions_usersession usersessions_usersession_session_key_key; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);


--
-- Name: rosters_wish wish_once; Type: CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_wish
    ADD CONSTRAINT wish_once UNIQUE (roster_id, member_id, "on", shift);


--
-- Name: seal_setting seal_setting_pkey; Type: CONSTRAINT; Schema: tiepdan; Owner: tiepdan_owner
--

ALTER TABLE ONLY tiepdan.seal_setting
    ADD CONSTRAINT seal_setting_pkey PRIMARY KEY (id);


--
-- Name: account_emailaddress_email_03be32b2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


--
-- Name: account_emailaddress_email_03be32b2_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


--
-- Name: account_emailaddress_user_id_2c513194; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


--
-- Name: account_emailconfirmation_email_address_id_5b7f8c58; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


--
-- Name: account_emailconfirmation_key_f43612bd_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


--
-- Name: accounts_apiclient_agency_id_1bf808f3; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX accounts_apiclient_agency_id_1bf808f3 ON public.accounts_apiclient USING btree (agency_id);


--
-- Name: accounts_apiclient_token_hash_8bf8523d_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX accounts_apiclient_token_hash_8bf8523d_like ON public.accounts_apiclient USING btree (token_hash varchar_pattern_ops);


--
-- Name: accounts_po_agency__126733_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX accounts_po_agency__126733_idx ON public.accounts_post USING btree (agency_id, role);


--
-- Name: accounts_post_agency_id_83433709; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX accounts_post_agency_id_83433709 ON public.accounts_post USING btree (agency_id);


--
-- Name: accounts_post_user_id_ecf3e197; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX accounts_post_user_id_ecf3e197 ON public.accounts_post USING btree (user_id);


--
-- Name: accounts_user_username_6088629e_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX accounts_user_username_6088629e_like ON public.accounts_user USING btree (username varchar_pattern_ops);


--
-- Name: agencies_ag_area_co_0dca27_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_ag_area_co_0dca27_idx ON public.agencies_agency USING btree (area_code);


--
-- Name: agencies_ag_kind_1de339_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_ag_kind_1de339_idx ON public.agencies_agency USING btree (kind, level);


--
-- Name: agencies_agency_code_6a7194fc_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_agency_code_6a7194fc_like ON public.agencies_agency USING btree (code varchar_pattern_ops);


--
-- Name: agencies_agency_parent_id_2087cd0c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_agency_parent_id_2087cd0c ON public.agencies_agency USING btree (parent_id);


--
-- Name: agencies_agency_path_11d7bc3b_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_agency_path_11d7bc3b_like ON public.agencies_agency USING btree (path varchar_pattern_ops);


--
-- Name: agencies_localrule_agency_id_9c5f3cc2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_localrule_agency_id_9c5f3cc2 ON public.agencies_localrule USING btree (agency_id);


--
-- Name: agencies_succession_predecessor_id_61947a03; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_succession_predecessor_id_61947a03 ON public.agencies_succession USING btree (predecessor_id);


--
-- Name: agencies_succession_successor_id_64584210; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agencies_succession_successor_id_64584210 ON public.agencies_succession USING btree (successor_id);


--
-- Name: agenda_appointment_agency_id_177e8514; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_appointment_agency_id_177e8514 ON public.agenda_appointment USING btree (agency_id);


--
-- Name: agenda_appointment_code_c6b55a7a_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_appointment_code_c6b55a7a_like ON public.agenda_appointment USING btree (code varchar_pattern_ops);


--
-- Name: agenda_appointment_session_id_d1b3a57c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_appointment_session_id_d1b3a57c ON public.agenda_appointment USING btree (session_id);


--
-- Name: agenda_foll_agency__fb036f_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_foll_agency__fb036f_idx ON public.agenda_followup USING btree (agency_path, due_on);


--
-- Name: agenda_foll_session_1c30f4_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_foll_session_1c30f4_idx ON public.agenda_followup USING btree (session_id, id);


--
-- Name: agenda_followup_session_id_fdf543a7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_followup_session_id_fdf543a7 ON public.agenda_followup USING btree (session_id);


--
-- Name: agenda_followup_visit_id_667241ba; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_followup_visit_id_667241ba ON public.agenda_followup USING btree (visit_id);


--
-- Name: agenda_queueticket_agency_id_e279e029; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_queueticket_agency_id_e279e029 ON public.agenda_queueticket USING btree (agency_id);


--
-- Name: agenda_receptionhours_agency_id_c4f364ec; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_receptionhours_agency_id_c4f364ec ON public.agenda_receptionhours USING btree (agency_id);


--
-- Name: agenda_receptionsession_agency_id_1c030b50; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_receptionsession_agency_id_1c030b50 ON public.agenda_receptionsession USING btree (agency_id);


--
-- Name: agenda_receptionsession_code_36be04f4_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_receptionsession_code_36be04f4_like ON public.agenda_receptionsession USING btree (code varchar_pattern_ops);


--
-- Name: agenda_receptionsession_conclusion_id_b4c4a319; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_receptionsession_conclusion_id_b4c4a319 ON public.agenda_receptionsession USING btree (conclusion_id);


--
-- Name: agenda_receptionsession_created_by_id_e8856435; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_receptionsession_created_by_id_e8856435 ON public.agenda_receptionsession USING btree (created_by_id);


--
-- Name: agenda_sessionmove_session_id_71664e62; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_sessionmove_session_id_71664e62 ON public.agenda_sessionmove USING btree (session_id);


--
-- Name: agenda_sessionvisit_session_id_a709fa3d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX agenda_sessionvisit_session_id_a709fa3d ON public.agenda_sessionvisit USING btree (session_id);


--
-- Name: assigned_now; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX assigned_now ON public.matters_assignment USING btree (user_id, matter_id) WHERE (ends_at IS NULL);


--
-- Name: assigned_once; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX assigned_once ON public.matters_assignment USING btree (matter_id, user_id, duty) WHERE (ends_at IS NULL);


--
-- Name: audit_entry_agency__de3773_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX audit_entry_agency__de3773_idx ON public.audit_entry USING btree (agency_path, id);


--
-- Name: audit_entry_matter__fe947e_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX audit_entry_matter__fe947e_idx ON public.audit_entry USING btree (matter_id, id);


--
-- Name: audit_entry_xact_672d60_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX audit_entry_xact_672d60_idx ON public.audit_entry USING btree (xact);


--
-- Name: audit_seal_lane_f48efe_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX audit_seal_lane_f48efe_idx ON public.audit_seal USING btree (lane, seq);


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: book_by_date; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX book_by_date ON public.reception_reception USING btree (agency_path, received_on DESC, id DESC);


--
-- Name: cache_expires; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cache_expires ON public.cache USING btree (expires);


--
-- Name: cases_case_agency__e2681c_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_agency__e2681c_idx ON public.cases_case USING btree (agency_id, state);


--
-- Name: cases_case_agency_id_062136fa; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_agency_id_062136fa ON public.cases_case USING btree (agency_id);


--
-- Name: cases_case_code_afd6bdc8_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_code_afd6bdc8_like ON public.cases_case USING btree (code varchar_pattern_ops);


--
-- Name: cases_case_handler_id_21cefe0d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_handler_id_21cefe0d ON public.cases_case USING btree (handler_id);


--
-- Name: cases_case_leader_id_2c68daad; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_leader_id_2c68daad ON public.cases_case USING btree (leader_id);


--
-- Name: cases_case_matter__154893_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_matter__154893_idx ON public.cases_case USING btree (matter_id);


--
-- Name: cases_case_matter_id_3c4d0297; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_matter_id_3c4d0297 ON public.cases_case USING btree (matter_id);


--
-- Name: cases_case_submission_id_b87c41c6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_submission_id_b87c41c6 ON public.cases_case USING btree (submission_id);


--
-- Name: cases_case_superior_id_70c0299c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_case_superior_id_70c0299c ON public.cases_case USING btree (superior_id);


--
-- Name: cases_courtfile_case_id_bd7bcf9c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_courtfile_case_id_bd7bcf9c ON public.cases_courtfile USING btree (case_id);


--
-- Name: cases_courtfile_matter_id_bce1f4d7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_courtfile_matter_id_bce1f4d7 ON public.cases_courtfile USING btree (matter_id);


--
-- Name: cases_evidence_case_id_afc863e7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_evidence_case_id_afc863e7 ON public.cases_evidence USING btree (case_id);


--
-- Name: cases_evidence_file_id_f38a4d06; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_evidence_file_id_f38a4d06 ON public.cases_evidence USING btree (file_id);


--
-- Name: cases_evidence_matter_id_b5570ed6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_evidence_matter_id_b5570ed6 ON public.cases_evidence USING btree (matter_id);


--
-- Name: cases_extension_case_id_583445e3; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_extension_case_id_583445e3 ON public.cases_extension USING btree (case_id);


--
-- Name: cases_extension_matter_id_948e71af; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_extension_matter_id_948e71af ON public.cases_extension USING btree (matter_id);


--
-- Name: cases_extension_paper_id_b08e3353; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_extension_paper_id_b08e3353 ON public.cases_extension USING btree (paper_id);


--
-- Name: cases_finding_case_id_9635c427; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_finding_case_id_9635c427 ON public.cases_finding USING btree (case_id);


--
-- Name: cases_finding_matter_id_ca37b199; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_finding_matter_id_ca37b199 ON public.cases_finding USING btree (matter_id);


--
-- Name: cases_link_case_id_f9cc9f52; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_link_case_id_f9cc9f52 ON public.cases_link USING btree (case_id);


--
-- Name: cases_link_matter_id_72d2ab77; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_link_matter_id_72d2ab77 ON public.cases_link USING btree (matter_id);


--
-- Name: cases_mandate_case_id_6ed002da; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_mandate_case_id_6ed002da ON public.cases_mandate USING btree (case_id);


--
-- Name: cases_mandate_matter_id_1f83b067; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_mandate_matter_id_1f83b067 ON public.cases_mandate USING btree (matter_id);


--
-- Name: cases_mandate_party_id_236d5e6f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_mandate_party_id_236d5e6f ON public.cases_mandate USING btree (party_id);


--
-- Name: cases_note_by_id_5cbc67aa; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_note_by_id_5cbc67aa ON public.cases_note USING btree (by_id);


--
-- Name: cases_note_case_id_77ee1e2a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_note_case_id_77ee1e2a ON public.cases_note USING btree (case_id);


--
-- Name: cases_note_matter_id_78807890; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_note_matter_id_78807890 ON public.cases_note USING btree (matter_id);


--
-- Name: cases_obligation_agency_id_9c4de474; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_obligation_agency_id_9c4de474 ON public.cases_obligation USING btree (agency_id);


--
-- Name: cases_obligation_case_id_97728ea5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_obligation_case_id_97728ea5 ON public.cases_obligation USING btree (case_id);


--
-- Name: cases_obligation_matter_id_75d24e97; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_obligation_matter_id_75d24e97 ON public.cases_obligation USING btree (matter_id);


--
-- Name: cases_protection_case_id_eef7498a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_protection_case_id_eef7498a ON public.cases_protection USING btree (case_id);


--
-- Name: cases_protection_matter_id_ff9773f1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_protection_matter_id_ff9773f1 ON public.cases_protection USING btree (matter_id);


--
-- Name: cases_protectiondetail_matter_id_d488842f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_protectiondetail_matter_id_d488842f ON public.cases_protectiondetail USING btree (matter_id);


--
-- Name: cases_protectiondetail_protection_id_d94f7de6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_protectiondetail_protection_id_d94f7de6 ON public.cases_protectiondetail USING btree (protection_id);


--
-- Name: cases_publication_case_id_9da8139f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_publication_case_id_9da8139f ON public.cases_publication USING btree (case_id);


--
-- Name: cases_publication_matter_id_d4f6f9b6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_publication_matter_id_d4f6f9b6 ON public.cases_publication USING btree (matter_id);


--
-- Name: cases_review_case_id_9cc88c78; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_review_case_id_9cc88c78 ON public.cases_review USING btree (case_id);


--
-- Name: cases_review_matter_id_10249b13; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_review_matter_id_10249b13 ON public.cases_review USING btree (matter_id);


--
-- Name: cases_session_case_id_e6d04447; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_session_case_id_e6d04447 ON public.cases_session USING btree (case_id);


--
-- Name: cases_session_matter_id_551eaab4; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_session_matter_id_551eaab4 ON public.cases_session USING btree (matter_id);


--
-- Name: cases_session_paper_id_abde6e8f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_session_paper_id_abde6e8f ON public.cases_session USING btree (paper_id);


--
-- Name: cases_step_by_id_48a313b1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_step_by_id_48a313b1 ON public.cases_step USING btree (by_id);


--
-- Name: cases_step_case_id_16ce00_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_step_case_id_16ce00_idx ON public.cases_step USING btree (case_id, id);


--
-- Name: cases_step_case_id_95522377; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_step_case_id_95522377 ON public.cases_step USING btree (case_id);


--
-- Name: cases_step_matter_id_e4124f51; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_step_matter_id_e4124f51 ON public.cases_step USING btree (matter_id);


--
-- Name: cases_step_paper_id_ffdbec23; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_step_paper_id_ffdbec23 ON public.cases_step USING btree (paper_id);


--
-- Name: cases_suspension_case_id_e5ee2e7f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_suspension_case_id_e5ee2e7f ON public.cases_suspension USING btree (case_id);


--
-- Name: cases_suspension_matter_id_617016c9; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_suspension_matter_id_617016c9 ON public.cases_suspension USING btree (matter_id);


--
-- Name: cases_teammember_case_id_4d28a008; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_teammember_case_id_4d28a008 ON public.cases_teammember USING btree (case_id);


--
-- Name: cases_teammember_matter_id_735a3518; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_teammember_matter_id_735a3518 ON public.cases_teammember USING btree (matter_id);


--
-- Name: cases_teammember_user_id_bb0df338; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_teammember_user_id_bb0df338 ON public.cases_teammember USING btree (user_id);


--
-- Name: cases_urgin_matter__750d9c_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urgin_matter__750d9c_idx ON public.cases_urging USING btree (matter_id);


--
-- Name: cases_urgin_to_agen_d1ff9a_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urgin_to_agen_d1ff9a_idx ON public.cases_urging USING btree (to_agency_id, answered_on);


--
-- Name: cases_urging_answered_by_id_2d2887e1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urging_answered_by_id_2d2887e1 ON public.cases_urging USING btree (answered_by_id);


--
-- Name: cases_urging_asked_by_id_eadf694e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urging_asked_by_id_eadf694e ON public.cases_urging USING btree (asked_by_id);


--
-- Name: cases_urging_from_agency_id_c785ef58; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urging_from_agency_id_c785ef58 ON public.cases_urging USING btree (from_agency_id);


--
-- Name: cases_urging_matter_id_b81e9797; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urging_matter_id_b81e9797 ON public.cases_urging USING btree (matter_id);


--
-- Name: cases_urging_paper_id_5751b17e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urging_paper_id_5751b17e ON public.cases_urging USING btree (paper_id);


--
-- Name: cases_urging_to_agency_id_eef69a59; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX cases_urging_to_agency_id_eef69a59 ON public.cases_urging USING btree (to_agency_id);


--
-- Name: clock_move_latest; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX clock_move_latest ON public.matters_clockmove USING btree (agency_path, moved_at DESC);


--
-- Name: clock_open; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX clock_open ON public.matters_clock USING btree (agency_path, rolled_due_on) WHERE ((status)::text = 'open'::text);


--
-- Name: court_files_of_case; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX court_files_of_case ON public.cases_courtfile USING btree (case_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: documents_d_matter__2b0c4f_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_d_matter__2b0c4f_idx ON public.documents_delivery USING btree (matter_id);


--
-- Name: documents_d_paper_i_ce66f9_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_d_paper_i_ce66f9_idx ON public.documents_delivery USING btree (paper_id);


--
-- Name: documents_delivery_agency_id_10d0b05f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_delivery_agency_id_10d0b05f ON public.documents_delivery USING btree (agency_id);


--
-- Name: documents_delivery_matter_id_4af867b0; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_delivery_matter_id_4af867b0 ON public.documents_delivery USING btree (matter_id);


--
-- Name: documents_delivery_paper_id_0c7bca5c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_delivery_paper_id_0c7bca5c ON public.documents_delivery USING btree (paper_id);


--
-- Name: documents_formtemplate_agency_id_6407f794; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_formtemplate_agency_id_6407f794 ON public.documents_formtemplate USING btree (agency_id);


--
-- Name: documents_formtemplate_file_id_5a0cd849; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_formtemplate_file_id_5a0cd849 ON public.documents_formtemplate USING btree (file_id);


--
-- Name: documents_p_agency__57adb7_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_p_agency__57adb7_idx ON public.documents_personalletter USING btree (agency_id, received_on DESC, id DESC);


--
-- Name: documents_p_agency__f65563_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_p_agency__f65563_idx ON public.documents_paper USING btree (agency_path, dated_on DESC);


--
-- Name: documents_p_matter__8c05ce_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_p_matter__8c05ce_idx ON public.documents_paper USING btree (matter_id, id);


--
-- Name: documents_paper_agency_id_20eedc4b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_agency_id_20eedc4b ON public.documents_paper USING btree (agency_id);


--
-- Name: documents_paper_approved_by_id_814a0742; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_approved_by_id_814a0742 ON public.documents_paper USING btree (approved_by_id);


--
-- Name: documents_paper_drafted_by_id_80d3704f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_drafted_by_id_80d3704f ON public.documents_paper USING btree (drafted_by_id);


--
-- Name: documents_paper_file_id_46211181; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_file_id_46211181 ON public.documents_paper USING btree (file_id);


--
-- Name: documents_paper_issued_by_id_8cda6a37; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_issued_by_id_8cda6a37 ON public.documents_paper USING btree (issued_by_id);


--
-- Name: documents_paper_matter_id_27b231de; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_matter_id_27b231de ON public.documents_paper USING btree (matter_id);


--
-- Name: documents_paper_relates_to_id_bef1b5e6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_relates_to_id_bef1b5e6 ON public.documents_paper USING btree (relates_to_id);


--
-- Name: documents_paper_reviewed_by_id_acdf9728; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_reviewed_by_id_acdf9728 ON public.documents_paper USING btree (reviewed_by_id);


--
-- Name: documents_paper_template_id_0ff067da; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_paper_template_id_0ff067da ON public.documents_paper USING btree (template_id);


--
-- Name: documents_personalletter_agency_id_9e0fd1e5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_personalletter_agency_id_9e0fd1e5 ON public.documents_personalletter USING btree (agency_id);


--
-- Name: documents_register_agency_id_be206ffe; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_register_agency_id_be206ffe ON public.documents_register USING btree (agency_id);


--
-- Name: documents_registernumber_matter_id_efc904f6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_registernumber_matter_id_efc904f6 ON public.documents_registernumber USING btree (matter_id);


--
-- Name: documents_registernumber_register_id_d78378ec; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_registernumber_register_id_d78378ec ON public.documents_registernumber USING btree (register_id);


--
-- Name: documents_s_matter__cf1b72_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_s_matter__cf1b72_idx ON public.documents_signedcopy USING btree (matter_id);


--
-- Name: documents_s_paper_i_de4d55_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_s_paper_i_de4d55_idx ON public.documents_signedcopy USING btree (paper_id);


--
-- Name: documents_signedcopy_file_id_7bcad5ba; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_signedcopy_file_id_7bcad5ba ON public.documents_signedcopy USING btree (file_id);


--
-- Name: documents_signedcopy_matter_id_eeb3cb81; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_signedcopy_matter_id_eeb3cb81 ON public.documents_signedcopy USING btree (matter_id);


--
-- Name: documents_signedcopy_paper_id_d0f08bd8; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_signedcopy_paper_id_d0f08bd8 ON public.documents_signedcopy USING btree (paper_id);


--
-- Name: documents_storedfile_key_d2fcf222_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_storedfile_key_d2fcf222_like ON public.documents_storedfile USING btree (key varchar_pattern_ops);


--
-- Name: documents_trustedcertificate_agency_id_3a84b8f4; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX documents_trustedcertificate_agency_id_3a84b8f4 ON public.documents_trustedcertificate USING btree (agency_id);


--
-- Name: duplicates_link_earlier_id_3264dfe0; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX duplicates_link_earlier_id_3264dfe0 ON public.duplicates_link USING btree (earlier_id);


--
-- Name: duplicates_link_found_by_id_8b275569; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX duplicates_link_found_by_id_8b275569 ON public.duplicates_link USING btree (found_by_id);


--
-- Name: duplicates_link_matter_id_4d1f210d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX duplicates_link_matter_id_4d1f210d ON public.duplicates_link USING btree (matter_id);


--
-- Name: duplicates_link_submission_id_5f6839c7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX duplicates_link_submission_id_5f6839c7 ON public.duplicates_link USING btree (submission_id);


--
-- Name: duplicates_sketch_matter_id_ca39dde2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX duplicates_sketch_matter_id_ca39dde2 ON public.duplicates_sketch USING btree (matter_id);


--
-- Name: duty_by_member; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX duty_by_member ON public.rosters_dutyshift USING btree (member_id, starts_at);


--
-- Name: duty_by_time; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX duty_by_time ON public.rosters_dutyshift USING btree (agency_path, starts_at);


--
-- Name: hours_by_weekday; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX hours_by_weekday ON public.agenda_receptionhours USING btree (agency_id, weekday);


--
-- Name: idx_procrastinate_jobs_worker_not_null; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));


--
-- Name: idx_procrastinate_workers_last_heartbeat; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);


--
-- Name: imports_imp_agency__0d9417_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX imports_imp_agency__0d9417_idx ON public.imports_importrun USING btree (agency_path, id DESC);


--
-- Name: imports_imp_run_id_6f9650_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX imports_imp_run_id_6f9650_idx ON public.imports_importitem USING btree (run_id, id);


--
-- Name: imports_importitem_run_id_920bc67f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX imports_importitem_run_id_920bc67f ON public.imports_importitem USING btree (run_id);


--
-- Name: imports_importrun_agency_id_039d53f8; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX imports_importrun_agency_id_039d53f8 ON public.imports_importrun USING btree (agency_id);


--
-- Name: imports_importrun_made_by_id_a039be71; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX imports_importrun_made_by_id_a039be71 ON public.imports_importrun USING btree (made_by_id);


--
-- Name: incident_by_time; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incident_by_time ON public.incidents_incident USING btree (agency_path, began_at DESC);


--
-- Name: incidents_c_user_id_bf0e0d_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_c_user_id_bf0e0d_idx ON public.incidents_callout USING btree (user_id, incident_id);


--
-- Name: incidents_callout_incident_id_270b2937; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_callout_incident_id_270b2937 ON public.incidents_callout USING btree (incident_id);


--
-- Name: incidents_callout_user_id_ce9306f9; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_callout_user_id_ce9306f9 ON public.incidents_callout USING btree (user_id);


--
-- Name: incidents_contact_situation_id_a424b413; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_contact_situation_id_a424b413 ON public.incidents_contact USING btree (situation_id);


--
-- Name: incidents_homenotice_agency_id_79fc6e07; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_homenotice_agency_id_79fc6e07 ON public.incidents_homenotice USING btree (agency_id);


--
-- Name: incidents_homenotice_answered_by_id_fcd2692d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_homenotice_answered_by_id_fcd2692d ON public.incidents_homenotice USING btree (answered_by_id);


--
-- Name: incidents_homenotice_incident_id_51339cf8; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_homenotice_incident_id_51339cf8 ON public.incidents_homenotice USING btree (incident_id);


--
-- Name: incidents_incident_acknowledged_by_id_825dc53a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incident_acknowledged_by_id_825dc53a ON public.incidents_incident USING btree (acknowledged_by_id);


--
-- Name: incidents_incident_agency_id_e06d59d6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incident_agency_id_e06d59d6 ON public.incidents_incident USING btree (agency_id);


--
-- Name: incidents_incident_code_e0c5565e_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incident_code_e0c5565e_like ON public.incidents_incident USING btree (code varchar_pattern_ops);


--
-- Name: incidents_incident_leader_id_b1834d73; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incident_leader_id_b1834d73 ON public.incidents_incident USING btree (leader_id);


--
-- Name: incidents_incident_office_id_ae30ff31; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incident_office_id_ae30ff31 ON public.incidents_incident USING btree (office_id);


--
-- Name: incidents_incident_reported_by_id_17f53566; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incident_reported_by_id_17f53566 ON public.incidents_incident USING btree (reported_by_id);


--
-- Name: incidents_incident_request_key_a756c582_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incident_request_key_a756c582_like ON public.incidents_incident USING btree (request_key varchar_pattern_ops);


--
-- Name: incidents_incidentmatter_incident_id_6bd005ea; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incidentmatter_incident_id_6bd005ea ON public.incidents_incidentmatter USING btree (incident_id);


--
-- Name: incidents_incidentmatter_matter_id_d008f686; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_incidentmatter_matter_id_d008f686 ON public.incidents_incidentmatter USING btree (matter_id);


--
-- Name: incidents_l_inciden_02ef1f_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_l_inciden_02ef1f_idx ON public.incidents_logline USING btree (incident_id, at);


--
-- Name: incidents_logline_incident_id_d2df6495; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_logline_incident_id_d2df6495 ON public.incidents_logline USING btree (incident_id);


--
-- Name: incidents_office_agency_id_4d3f23bd; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_office_agency_id_4d3f23bd ON public.incidents_office USING btree (agency_id);


--
-- Name: incidents_situation_office_id_ebba8e14; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX incidents_situation_office_id_ebba8e14 ON public.incidents_situation USING btree (office_id);


--
-- Name: line_by_code; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_by_code ON public.matters_participation USING btree (code);


--
-- Name: line_by_date; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_by_date ON public.matters_participation USING btree (agency_path, received_on DESC, id DESC);


--
-- Name: line_by_handler; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_by_handler ON public.matters_participation USING btree (agency_path, handler_id, received_on DESC, id DESC);


--
-- Name: line_by_limit; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_by_limit ON public.matters_participation USING btree (agency_path, COALESCE(due_on, '9999-12-31'::date), id);


--
-- Name: line_by_state; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_by_state ON public.matters_participation USING btree (agency_path, state, received_on DESC, id DESC);


--
-- Name: line_by_title; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_by_title ON public.matters_participation USING btree (agency_path, title_key, id);


--
-- Name: line_open_by_capacity; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_open_by_capacity ON public.matters_participation USING btree (agency_path, capacity, received_on DESC, id DESC) WHERE (closed_on IS NULL);


--
-- Name: line_open_by_due_on; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_open_by_due_on ON public.matters_participation USING btree (agency_path, due_on, id) INCLUDE (handler_id, people, capacity, sealed, matter_id, agency_id) WHERE (closed_on IS NULL);


--
-- Name: line_open_by_handler; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_open_by_handler ON public.matters_participation USING btree (handler_id, due_on) WHERE (closed_on IS NULL);


--
-- Name: line_open_by_state_and_limit; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX line_open_by_state_and_limit ON public.matters_participation USING btree (agency_path, state, COALESCE(due_on, '9999-12-31'::date), id) WHERE (closed_on IS NULL);


--
-- Name: links_of_case; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX links_of_case ON public.cases_link USING btree (case_id);


--
-- Name: local_rule_by_agency; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX local_rule_by_agency ON public.agencies_localrule USING btree (agency_id, code, starts_on);


--
-- Name: mandates_of_case; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX mandates_of_case ON public.cases_mandate USING btree (case_id);


--
-- Name: matters_assignment_agency_id_170d0b18; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_assignment_agency_id_170d0b18 ON public.matters_assignment USING btree (agency_id);


--
-- Name: matters_assignment_matter_id_bfdb7b0d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_assignment_matter_id_bfdb7b0d ON public.matters_assignment USING btree (matter_id);


--
-- Name: matters_assignment_user_id_8b0c19e1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_assignment_user_id_8b0c19e1 ON public.matters_assignment USING btree (user_id);


--
-- Name: matters_clo_matter__6f2fef_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_clo_matter__6f2fef_idx ON public.matters_clock USING btree (matter_id, rule_id);


--
-- Name: matters_clock_matter_id_d8562c19; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_clock_matter_id_d8562c19 ON public.matters_clock USING btree (matter_id);


--
-- Name: matters_clockmove_clock_id_31886ec5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_clockmove_clock_id_31886ec5 ON public.matters_clockmove USING btree (clock_id);


--
-- Name: matters_clockmove_matter_id_8ccbf982; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_clockmove_matter_id_8ccbf982 ON public.matters_clockmove USING btree (matter_id);


--
-- Name: matters_exclusion_matter_id_5a4e1e69; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_exclusion_matter_id_5a4e1e69 ON public.matters_exclusion USING btree (matter_id);


--
-- Name: matters_exclusion_user_id_66e1f66f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_exclusion_user_id_66e1f66f ON public.matters_exclusion USING btree (user_id);


--
-- Name: matters_han_agency__862b64_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_han_agency__862b64_idx ON public.matters_handover USING btree (agency_path, id DESC);


--
-- Name: matters_handover_approved_by_id_251686fb; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_handover_approved_by_id_251686fb ON public.matters_handover USING btree (approved_by_id);


--
-- Name: matters_handover_predecessor_id_3ae8cec2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_handover_predecessor_id_3ae8cec2 ON public.matters_handover USING btree (predecessor_id);


--
-- Name: matters_handover_prepared_by_id_9344fcb1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_handover_prepared_by_id_9344fcb1 ON public.matters_handover USING btree (prepared_by_id);


--
-- Name: matters_handoverpart_handover_id_7dd83285; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_handoverpart_handover_id_7dd83285 ON public.matters_handoverpart USING btree (handover_id);


--
-- Name: matters_handoverpart_successor_id_21e73bde; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_handoverpart_successor_id_21e73bde ON public.matters_handoverpart USING btree (successor_id);


--
-- Name: matters_mat_agency__4076a6_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_mat_agency__4076a6_idx ON public.matters_matter USING btree (agency_id);


--
-- Name: matters_matter_agency_id_7c2b4904; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_matter_agency_id_7c2b4904 ON public.matters_matter USING btree (agency_id);


--
-- Name: matters_matter_same_as_id_c35293f2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_matter_same_as_id_c35293f2 ON public.matters_matter USING btree (same_as_id);


--
-- Name: matters_move_from_agency_id_55149b6a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_move_from_agency_id_55149b6a ON public.matters_move USING btree (from_agency_id);


--
-- Name: matters_move_handover_id_8b5b1f0c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_move_handover_id_8b5b1f0c ON public.matters_move USING btree (handover_id);


--
-- Name: matters_move_matter_id_8b447692; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_move_matter_id_8b447692 ON public.matters_move USING btree (matter_id);


--
-- Name: matters_move_to_agency_id_8e797f44; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_move_to_agency_id_8e797f44 ON public.matters_move USING btree (to_agency_id);


--
-- Name: matters_notice_acknowledged_by_id_04fa317c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_notice_acknowledged_by_id_04fa317c ON public.matters_notice USING btree (acknowledged_by_id);


--
-- Name: matters_notice_agency_id_f10971d0; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_notice_agency_id_f10971d0 ON public.matters_notice USING btree (agency_id);


--
-- Name: matters_notice_matter_id_e7ee0021; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_notice_matter_id_e7ee0021 ON public.matters_notice USING btree (matter_id);


--
-- Name: matters_notice_user_id_e7757874; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_notice_user_id_e7757874 ON public.matters_notice USING btree (user_id);


--
-- Name: matters_participation_agency_id_6786a3dd; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_participation_agency_id_6786a3dd ON public.matters_participation USING btree (agency_id);


--
-- Name: matters_participation_handler_id_c0b260b4; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_participation_handler_id_c0b260b4 ON public.matters_participation USING btree (handler_id);


--
-- Name: matters_participation_matter_id_facfc90c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_participation_matter_id_facfc90c ON public.matters_participation USING btree (matter_id);


--
-- Name: matters_savedfilter_user_id_c4978673; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX matters_savedfilter_user_id_c4978673 ON public.matters_savedfilter USING btree (user_id);


--
-- Name: member_once; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX member_once ON public.rosters_member USING btree (force_id, user_id) WHERE ((left_on IS NULL) AND (user_id IS NOT NULL));


--
-- Name: mfa_authenticator_user_id_0c3a50c0; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


--
-- Name: move_by_old_number; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX move_by_old_number ON public.matters_move USING btree (to_path, register_number);


--
-- Name: move_by_predecessor; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX move_by_predecessor ON public.matters_move USING btree (from_agency_id, id DESC);


--
-- Name: move_of_matter; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX move_of_matter ON public.matters_move USING btree (matter_id);


--
-- Name: notice_by_role; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX notice_by_role ON public.matters_notice USING btree (agency_path, role, id DESC);


--
-- Name: notice_by_user; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX notice_by_user ON public.matters_notice USING btree (user_id, id DESC);


--
-- Name: notice_new_by_role; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX notice_new_by_role ON public.matters_notice USING btree (agency_path, role) WHERE (read_at IS NULL);


--
-- Name: notice_new_by_user; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX notice_new_by_user ON public.matters_notice USING btree (user_id, agency_id) WHERE (read_at IS NULL);


--
-- Name: one_central_point; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_central_point ON public.online_onlinepoint USING btree (session_id) WHERE central;


--
-- Name: one_citizen_point; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_citizen_point ON public.online_onlinepoint USING btree (session_id) WHERE citizen_here;


--
-- Name: one_form_template_in_force; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_form_template_in_force ON public.documents_formtemplate USING btree (agency_id, form_key) WHERE (ended_at IS NULL);


--
-- Name: one_main_successor; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_main_successor ON public.matters_handoverpart USING btree (handover_id) WHERE main;


--
-- Name: one_online_session; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_online_session ON public.online_onlinesession USING btree (matter_id) WHERE ((state)::text = ANY ((ARRAY['decided'::character varying, 'announced'::character varying, 'open'::character varying])::text[]));


--
-- Name: one_open_case; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_open_case ON public.cases_case USING btree (matter_id) WHERE (closed_on IS NULL);


--
-- Name: one_open_handover; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_open_handover ON public.matters_handover USING btree (predecessor_id) WHERE ((state)::text = ANY ((ARRAY['prepared'::character varying, 'approved'::character varying])::text[]));


--
-- Name: one_open_proposal; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_open_proposal ON public.routing_proposal USING btree (submission_id) WHERE (approved IS NULL);


--
-- Name: one_open_suspension; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_open_suspension ON public.cases_suspension USING btree (case_id, kind) WHERE (ends_before IS NULL);


--
-- Name: one_open_swap; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX one_open_swap ON public.rosters_swap USING btree (duty_id) WHERE ((status)::text = ANY ((ARRAY['asked'::character varying, 'agreed'::character varying])::text[]));


--
-- Name: online_onli_agency__6bd75c_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onli_agency__6bd75c_idx ON public.online_onlinesession USING btree (agency_path, starts_at DESC);


--
-- Name: online_onli_matter__ed16b0_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onli_matter__ed16b0_idx ON public.online_onlinesession USING btree (matter_id);


--
-- Name: online_onlinebreak_matter_id_64e59cbf; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinebreak_matter_id_64e59cbf ON public.online_onlinebreak USING btree (matter_id);


--
-- Name: online_onlinebreak_point_id_ce26eed1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinebreak_point_id_ce26eed1 ON public.online_onlinebreak USING btree (point_id);


--
-- Name: online_onlinebreak_session_id_00275ece; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinebreak_session_id_00275ece ON public.online_onlinebreak USING btree (session_id);


--
-- Name: online_onlinepoint_agency_id_728a3ce0; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinepoint_agency_id_728a3ce0 ON public.online_onlinepoint USING btree (agency_id);


--
-- Name: online_onlinepoint_matter_id_e75a8c4f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinepoint_matter_id_e75a8c4f ON public.online_onlinepoint USING btree (matter_id);


--
-- Name: online_onlinepoint_session_id_94378bf9; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinepoint_session_id_94378bf9 ON public.online_onlinepoint USING btree (session_id);


--
-- Name: online_onlinesession_agency_id_63c7aab1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_agency_id_63c7aab1 ON public.online_onlinesession USING btree (agency_id);


--
-- Name: online_onlinesession_code_5fe35037_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_code_5fe35037_like ON public.online_onlinesession USING btree (code varchar_pattern_ops);


--
-- Name: online_onlinesession_decided_by_id_56631810; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_decided_by_id_56631810 ON public.online_onlinesession USING btree (decided_by_id);


--
-- Name: online_onlinesession_invitation_id_f3f009af; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_invitation_id_f3f009af ON public.online_onlinesession USING btree (invitation_id);


--
-- Name: online_onlinesession_matter_id_f73db227; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_matter_id_f73db227 ON public.online_onlinesession USING btree (matter_id);


--
-- Name: online_onlinesession_minutes_id_890ad443; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_minutes_id_890ad443 ON public.online_onlinesession USING btree (minutes_id);


--
-- Name: online_onlinesession_moved_from_id_689e3bf2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_moved_from_id_689e3bf2 ON public.online_onlinesession USING btree (moved_from_id);


--
-- Name: online_onlinesession_notice_id_c5482681; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_notice_id_c5482681 ON public.online_onlinesession USING btree (notice_id);


--
-- Name: online_onlinesession_reception_id_d521c8ba; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_reception_id_d521c8ba ON public.online_onlinesession USING btree (reception_id);


--
-- Name: online_onlinesession_submission_id_62023759; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX online_onlinesession_submission_id_62023759 ON public.online_onlinesession USING btree (submission_id);


--
-- Name: page_latest; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX page_latest ON public.pages_portalpage USING btree (agency_path, id DESC);


--
-- Name: pages_portalpage_agency_id_f73270a6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX pages_portalpage_agency_id_f73270a6 ON public.pages_portalpage USING btree (agency_id);


--
-- Name: pages_portalpage_approved_by_id_a728a241; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX pages_portalpage_approved_by_id_a728a241 ON public.pages_portalpage USING btree (approved_by_id);


--
-- Name: pages_portalpage_code_7d52940f_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX pages_portalpage_code_7d52940f_like ON public.pages_portalpage USING btree (code varchar_pattern_ops);


--
-- Name: pages_portalpage_replaces_id_6496c83c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX pages_portalpage_replaces_id_6496c83c ON public.pages_portalpage USING btree (replaces_id);


--
-- Name: pages_portalpage_written_by_id_aa951681; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX pages_portalpage_written_by_id_aa951681 ON public.pages_portalpage USING btree (written_by_id);


--
-- Name: paper_of_office; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX paper_of_office ON public.documents_paper USING btree (agency_id, id DESC);


--
-- Name: paper_of_office_by_status; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX paper_of_office_by_status ON public.documents_paper USING btree (agency_id, status, id DESC);


--
-- Name: party_same_number; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX party_same_number ON public.submissions_party USING btree (number_hash) WHERE (number_hash IS NOT NULL);


--
-- Name: plans_bookable_agency_id_cef3f8cf; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_bookable_agency_id_cef3f8cf ON public.plans_bookable USING btree (agency_id);


--
-- Name: plans_booking_bookable_id_e2579ecc; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_booking_bookable_id_e2579ecc ON public.plans_booking USING btree (bookable_id);


--
-- Name: plans_booking_booked_by_id_4e957620; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_booking_booked_by_id_4e957620 ON public.plans_booking USING btree (booked_by_id);


--
-- Name: plans_booking_task_id_da3b3f54; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_booking_task_id_da3b3f54 ON public.plans_booking USING btree (task_id);


--
-- Name: plans_enforcementflag_case_id_7f84e955; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_enforcementflag_case_id_7f84e955 ON public.plans_enforcementflag USING btree (case_id);


--
-- Name: plans_enforcementflag_decided_by_id_36ac097e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_enforcementflag_decided_by_id_36ac097e ON public.plans_enforcementflag USING btree (decided_by_id);


--
-- Name: plans_enforcementflag_matter_id_b2d8603c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_enforcementflag_matter_id_b2d8603c ON public.plans_enforcementflag USING btree (matter_id);


--
-- Name: plans_enforcementflag_told_by_id_eb155dd2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_enforcementflag_told_by_id_eb155dd2 ON public.plans_enforcementflag USING btree (told_by_id);


--
-- Name: plans_enforcementflag_window_id_582e2bfc; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_enforcementflag_window_id_582e2bfc ON public.plans_enforcementflag USING btree (window_id);


--
-- Name: plans_eventwindow_agency_id_224e823d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_eventwindow_agency_id_224e823d ON public.plans_eventwindow USING btree (agency_id);


--
-- Name: plans_eventwindow_code_d2fcbbea_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_eventwindow_code_d2fcbbea_like ON public.plans_eventwindow USING btree (code varchar_pattern_ops);


--
-- Name: plans_eventwindow_created_by_id_2c96590e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_eventwindow_created_by_id_2c96590e ON public.plans_eventwindow USING btree (created_by_id);


--
-- Name: plans_evidence_file_id_fbe8fa07; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_evidence_file_id_fbe8fa07 ON public.plans_evidence USING btree (file_id);


--
-- Name: plans_evidence_progress_id_c7b0a8c0; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_evidence_progress_id_c7b0a8c0 ON public.plans_evidence USING btree (progress_id);


--
-- Name: plans_obsta_to_path_1bb7ad_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_obsta_to_path_1bb7ad_idx ON public.plans_obstacle USING btree (to_path);


--
-- Name: plans_obsta_via_pat_8405a3_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_obsta_via_pat_8405a3_idx ON public.plans_obstacle USING btree (via_path);


--
-- Name: plans_obstacle_answered_by_id_841e08fd; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_obstacle_answered_by_id_841e08fd ON public.plans_obstacle USING btree (answered_by_id);


--
-- Name: plans_obstacle_line_id_d8802104; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_obstacle_line_id_d8802104 ON public.plans_obstacle USING btree (line_id);


--
-- Name: plans_obstacle_to_id_9bdadaa8; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_obstacle_to_id_9bdadaa8 ON public.plans_obstacle USING btree (to_id);


--
-- Name: plans_obstacle_told_by_id_07e9ed42; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_obstacle_told_by_id_07e9ed42 ON public.plans_obstacle USING btree (told_by_id);


--
-- Name: plans_obstacle_via_id_73798243; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_obstacle_via_id_73798243 ON public.plans_obstacle USING btree (via_id);


--
-- Name: plans_plan_above_p_28b58f_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_above_p_28b58f_idx ON public.plans_plan USING btree (above_path);


--
-- Name: plans_plan_agency__1a92d9_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_agency__1a92d9_idx ON public.plans_plan USING btree (agency_path, id DESC);


--
-- Name: plans_plan_agency_id_e35478dd; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_agency_id_e35478dd ON public.plans_plan USING btree (agency_id);


--
-- Name: plans_plan_code_191b8ff2_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_code_191b8ff2_like ON public.plans_plan USING btree (code varchar_pattern_ops);


--
-- Name: plans_plan_force_id_fddb613d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_force_id_fddb613d ON public.plans_plan USING btree (force_id);


--
-- Name: plans_plan_implements_id_5e88f6fe; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_implements_id_5e88f6fe ON public.plans_plan USING btree (implements_id);


--
-- Name: plans_plan_made_by_id_939b860d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_made_by_id_939b860d ON public.plans_plan USING btree (made_by_id);


--
-- Name: plans_plan_window_id_25ba654b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plan_window_id_25ba654b ON public.plans_plan USING btree (window_id);


--
-- Name: plans_planbody_decided_by_id_6773a584; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_planbody_decided_by_id_6773a584 ON public.plans_planbody USING btree (decided_by_id);


--
-- Name: plans_planbody_plan_id_9102b9c7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_planbody_plan_id_9102b9c7 ON public.plans_planbody USING btree (plan_id);


--
-- Name: plans_pland_agency__3278aa_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_pland_agency__3278aa_idx ON public.plans_plandocument USING btree (agency_path, id DESC);


--
-- Name: plans_plandocument_agency_id_4debb38a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandocument_agency_id_4debb38a ON public.plans_plandocument USING btree (agency_id);


--
-- Name: plans_plandocument_code_47314f42_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandocument_code_47314f42_like ON public.plans_plandocument USING btree (code varchar_pattern_ops);


--
-- Name: plans_plandocument_confirmed_by_id_95e6060d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandocument_confirmed_by_id_95e6060d ON public.plans_plandocument USING btree (confirmed_by_id);


--
-- Name: plans_plandocument_file_id_871c4217; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandocument_file_id_871c4217 ON public.plans_plandocument USING btree (file_id);


--
-- Name: plans_plandocument_uploaded_by_id_96e3cfc5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandocument_uploaded_by_id_96e3cfc5 ON public.plans_plandocument USING btree (uploaded_by_id);


--
-- Name: plans_plandraft_agency_id_2ad24ef2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandraft_agency_id_2ad24ef2 ON public.plans_plandraft USING btree (agency_id);


--
-- Name: plans_plandraft_code_69a2fbb1_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandraft_code_69a2fbb1_like ON public.plans_plandraft USING btree (code varchar_pattern_ops);


--
-- Name: plans_plandraft_document_id_8e3bea20; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandraft_document_id_8e3bea20 ON public.plans_plandraft USING btree (document_id);


--
-- Name: plans_plandraft_made_by_id_2cab069b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_plandraft_made_by_id_2cab069b ON public.plans_plandraft USING btree (made_by_id);


--
-- Name: plans_planversion_document_id_bb7d2a0d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_planversion_document_id_bb7d2a0d ON public.plans_planversion USING btree (document_id);


--
-- Name: plans_planversion_made_by_id_78857960; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_planversion_made_by_id_78857960 ON public.plans_planversion USING btree (made_by_id);


--
-- Name: plans_planversion_plan_id_dcdb03c5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_planversion_plan_id_dcdb03c5 ON public.plans_planversion USING btree (plan_id);


--
-- Name: plans_progress_line_id_9e909270; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_progress_line_id_9e909270 ON public.plans_progress USING btree (line_id);


--
-- Name: plans_progress_made_by_id_67634fd5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_progress_made_by_id_67634fd5 ON public.plans_progress USING btree (made_by_id);


--
-- Name: plans_registerentry_agency_id_dac09701; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_registerentry_agency_id_dac09701 ON public.plans_registerentry USING btree (agency_id);


--
-- Name: plans_registerentry_made_by_id_f8f5a14b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_registerentry_made_by_id_f8f5a14b ON public.plans_registerentry USING btree (made_by_id);


--
-- Name: plans_registerentry_task_id_ebaffbb7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_registerentry_task_id_ebaffbb7 ON public.plans_registerentry USING btree (task_id);


--
-- Name: plans_repor_to_path_cea8fc_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_repor_to_path_cea8fc_idx ON public.plans_report USING btree (to_path);


--
-- Name: plans_repor_via_pat_ca0818_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_repor_via_pat_ca0818_idx ON public.plans_report USING btree (via_path);


--
-- Name: plans_report_agency_id_e21e29b6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_report_agency_id_e21e29b6 ON public.plans_report USING btree (agency_id);


--
-- Name: plans_report_code_443425d3_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_report_code_443425d3_like ON public.plans_report USING btree (code varchar_pattern_ops);


--
-- Name: plans_report_duty_id_59f2bdc4; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_report_duty_id_59f2bdc4 ON public.plans_report USING btree (duty_id);


--
-- Name: plans_report_plan_id_c67f37e0; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_report_plan_id_c67f37e0 ON public.plans_report USING btree (plan_id);


--
-- Name: plans_report_sent_by_id_5af3d38d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_report_sent_by_id_5af3d38d ON public.plans_report USING btree (sent_by_id);


--
-- Name: plans_reportduty_plan_id_8cfa79e6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reportduty_plan_id_8cfa79e6 ON public.plans_reportduty USING btree (plan_id);


--
-- Name: plans_reportduty_to_id_ff38a7af; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reportduty_to_id_ff38a7af ON public.plans_reportduty USING btree (to_id);


--
-- Name: plans_reportduty_via_id_ddb3085c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reportduty_via_id_ddb3085c ON public.plans_reportduty USING btree (via_id);


--
-- Name: plans_reviewcampaign_agency_id_a71580f6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewcampaign_agency_id_a71580f6 ON public.plans_reviewcampaign USING btree (agency_id);


--
-- Name: plans_reviewcampaign_code_ca6fdddd_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewcampaign_code_ca6fdddd_like ON public.plans_reviewcampaign USING btree (code varchar_pattern_ops);


--
-- Name: plans_reviewcampaign_made_by_id_1aa05935; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewcampaign_made_by_id_1aa05935 ON public.plans_reviewcampaign USING btree (made_by_id);


--
-- Name: plans_reviewcampaign_task_id_5753d0ff; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewcampaign_task_id_5753d0ff ON public.plans_reviewcampaign USING btree (task_id);


--
-- Name: plans_reviewcampaign_window_id_1459844c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewcampaign_window_id_1459844c ON public.plans_reviewcampaign USING btree (window_id);


--
-- Name: plans_reviewedcase_campaign_id_9dddebff; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewedcase_campaign_id_9dddebff ON public.plans_reviewedcase USING btree (campaign_id);


--
-- Name: plans_reviewedcase_case_id_59f4fa68; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewedcase_case_id_59f4fa68 ON public.plans_reviewedcase USING btree (case_id);


--
-- Name: plans_reviewedcase_matter_id_8c277925; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_reviewedcase_matter_id_8c277925 ON public.plans_reviewedcase USING btree (matter_id);


--
-- Name: plans_task_assignee_id_2b8b7552; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_task_assignee_id_2b8b7552 ON public.plans_task USING btree (assignee_id);


--
-- Name: plans_task_impleme_b3deaa_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_task_impleme_b3deaa_idx ON public.plans_task USING btree (implements_id);


--
-- Name: plans_task_implements_id_c5edcc3a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_task_implements_id_c5edcc3a ON public.plans_task USING btree (implements_id);


--
-- Name: plans_task_parent_id_3d279183; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_task_parent_id_3d279183 ON public.plans_task USING btree (parent_id);


--
-- Name: plans_task_plan_id_783544_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_task_plan_id_783544_idx ON public.plans_task USING btree (plan_id, ordinal);


--
-- Name: plans_task_plan_id_f86b66fc; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_task_plan_id_f86b66fc ON public.plans_task USING btree (plan_id);


--
-- Name: plans_taskagency_agency_id_7cc66fbc; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskagency_agency_id_7cc66fbc ON public.plans_taskagency USING btree (agency_id);


--
-- Name: plans_taskagency_answered_by_id_d0a1c8df; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskagency_answered_by_id_d0a1c8df ON public.plans_taskagency USING btree (answered_by_id);


--
-- Name: plans_taskagency_plan_id_c05eaa6e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskagency_plan_id_c05eaa6e ON public.plans_taskagency USING btree (plan_id);


--
-- Name: plans_taskagency_task_id_f6c5bb08; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskagency_task_id_f6c5bb08 ON public.plans_taskagency USING btree (task_id);


--
-- Name: plans_taskdeadline_task_id_d499d900; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskdeadline_task_id_d499d900 ON public.plans_taskdeadline USING btree (task_id);


--
-- Name: plans_taskurging_from_agency_id_43b122ed; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskurging_from_agency_id_43b122ed ON public.plans_taskurging USING btree (from_agency_id);


--
-- Name: plans_taskurging_line_id_07061b0e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskurging_line_id_07061b0e ON public.plans_taskurging USING btree (line_id);


--
-- Name: plans_taskurging_made_by_id_8aafd7b8; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX plans_taskurging_made_by_id_8aafd7b8 ON public.plans_taskurging USING btree (made_by_id);


--
-- Name: point_of_agency; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX point_of_agency ON public.online_onlinepoint USING btree (agency_path, starts_at DESC);


--
-- Name: post_once; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX post_once ON public.accounts_post USING btree (user_id, agency_id, role, starts_on) WHERE ((turned_down)::text = ''::text);


--
-- Name: privacy_bre_agency__3105b0_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_bre_agency__3105b0_idx ON public.privacy_breach USING btree (agency_id, discovered_at DESC);


--
-- Name: privacy_breach_agency_id_efc7c128; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_breach_agency_id_efc7c128 ON public.privacy_breach USING btree (agency_id);


--
-- Name: privacy_dat_agency__463fa2_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_dat_agency__463fa2_idx ON public.privacy_datarequest USING btree (agency_id, state, due_on);


--
-- Name: privacy_datarequest_agency_id_fca4684b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_datarequest_agency_id_fca4684b ON public.privacy_datarequest USING btree (agency_id);


--
-- Name: privacy_des_agency__a22a26_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_des_agency__a22a26_idx ON public.privacy_destruction USING btree (agency_id, decided_at DESC);


--
-- Name: privacy_des_matter__f92a7d_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_des_matter__f92a7d_idx ON public.privacy_destruction USING btree (matter_id);


--
-- Name: privacy_destruction_agency_id_4615855d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_destruction_agency_id_4615855d ON public.privacy_destruction USING btree (agency_id);


--
-- Name: privacy_destruction_decided_by_id_88b98019; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_destruction_decided_by_id_88b98019 ON public.privacy_destruction USING btree (decided_by_id);


--
-- Name: privacy_destruction_matter_id_64fdc741; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX privacy_destruction_matter_id_64fdc741 ON public.privacy_destruction USING btree (matter_id);


--
-- Name: procrastinate_events_job_id_fkey_v1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);


--
-- Name: procrastinate_jobs_id_lock_idx_v1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));


--
-- Name: procrastinate_jobs_lock_idx_v1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);


--
-- Name: procrastinate_jobs_priority_idx_v1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);


--
-- Name: procrastinate_jobs_queue_name_idx_v1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);


--
-- Name: procrastinate_jobs_queueing_lock_idx_v1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);


--
-- Name: procrastinate_periodic_defers_job_id_fkey_v1; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);


--
-- Name: proposal_open; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX proposal_open ON public.routing_proposal USING btree (agency_id, id DESC) WHERE (approved IS NULL);


--
-- Name: protections_of_case; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX protections_of_case ON public.cases_protection USING btree (case_id);


--
-- Name: reception_r_matter__40cd1f_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_r_matter__40cd1f_idx ON public.reception_reception USING btree (matter_id);


--
-- Name: reception_receipt_matter_id_70422a89; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_receipt_matter_id_70422a89 ON public.reception_receipt USING btree (matter_id);


--
-- Name: reception_receipt_officer_id_4dc76012; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_receipt_officer_id_4dc76012 ON public.reception_receipt USING btree (officer_id);


--
-- Name: reception_receipt_paper_id_221b85d5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_receipt_paper_id_221b85d5 ON public.reception_receipt USING btree (paper_id);


--
-- Name: reception_receipt_reception_id_31736615; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_receipt_reception_id_31736615 ON public.reception_receipt USING btree (reception_id);


--
-- Name: reception_receipt_submission_id_c7757e3e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_receipt_submission_id_c7757e3e ON public.reception_receipt USING btree (submission_id);


--
-- Name: reception_reception_agency_id_0c7bf829; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_agency_id_0c7bf829 ON public.reception_reception USING btree (agency_id);


--
-- Name: reception_reception_code_ec95d923_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_code_ec95d923_like ON public.reception_reception USING btree (code varchar_pattern_ops);


--
-- Name: reception_reception_matter_id_b573e441; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_matter_id_b573e441 ON public.reception_reception USING btree (matter_id);


--
-- Name: reception_reception_officer_id_81d89b74; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_officer_id_81d89b74 ON public.reception_reception USING btree (officer_id);


--
-- Name: reception_reception_outcome_agency_id_c835d4ce; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_outcome_agency_id_c835d4ce ON public.reception_reception USING btree (outcome_agency_id);


--
-- Name: reception_reception_refusal_paper_id_2e36a5fd; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_refusal_paper_id_2e36a5fd ON public.reception_reception USING btree (refusal_paper_id);


--
-- Name: reception_reception_request_key_03274bbb_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_request_key_03274bbb_like ON public.reception_reception USING btree (request_key varchar_pattern_ops);


--
-- Name: reception_reception_submission_id_11e5ba9a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_reception_submission_id_11e5ba9a ON public.reception_reception USING btree (submission_id);


--
-- Name: reception_visitor_reception_id_b2a299cf; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reception_visitor_reception_id_b2a299cf ON public.reception_visitor USING btree (reception_id);


--
-- Name: register_by_day; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX register_by_day ON public.plans_registerentry USING btree (agency_path, kind, happened_on DESC);


--
-- Name: report_by_due; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX report_by_due ON public.plans_report USING btree (agency_path, due_at);


--
-- Name: report_received; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX report_received ON public.situation_situationreport USING btree (receiver_path, "on" DESC);


--
-- Name: reviews_of_case; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX reviews_of_case ON public.cases_review USING btree (case_id);


--
-- Name: rosters_allowancerate_agency_id_13545c61; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_allowancerate_agency_id_13545c61 ON public.rosters_allowancerate USING btree (agency_id);


--
-- Name: rosters_calendarfeed_token_hash_925bf307_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_calendarfeed_token_hash_925bf307_like ON public.rosters_calendarfeed USING btree (token_hash varchar_pattern_ops);


--
-- Name: rosters_calendarfeed_user_id_226c757c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_calendarfeed_user_id_226c757c ON public.rosters_calendarfeed USING btree (user_id);


--
-- Name: rosters_dutyshift_member_id_66a09a51; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_dutyshift_member_id_66a09a51 ON public.rosters_dutyshift USING btree (member_id);


--
-- Name: rosters_dutyshift_roster_id_821e71c6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_dutyshift_roster_id_821e71c6 ON public.rosters_dutyshift USING btree (roster_id);


--
-- Name: rosters_handover_roster_id_0910d028; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_handover_roster_id_0910d028 ON public.rosters_handover USING btree (roster_id);


--
-- Name: rosters_handover_written_by_id_78be00ec; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_handover_written_by_id_78be00ec ON public.rosters_handover USING btree (written_by_id);


--
-- Name: rosters_mem_user_id_d491e8_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_mem_user_id_d491e8_idx ON public.rosters_member USING btree (user_id);


--
-- Name: rosters_member_force_id_0ba23e59; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_member_force_id_0ba23e59 ON public.rosters_member USING btree (force_id);


--
-- Name: rosters_member_user_id_e3f4c3a7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_member_user_id_e3f4c3a7 ON public.rosters_member USING btree (user_id);


--
-- Name: rosters_ros_agency__963d41_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_ros_agency__963d41_idx ON public.rosters_roster USING btree (agency_path, id DESC);


--
-- Name: rosters_roster_agency_id_db8e9fe6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_roster_agency_id_db8e9fe6 ON public.rosters_roster USING btree (agency_id);


--
-- Name: rosters_roster_code_eafe45aa_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_roster_code_eafe45aa_like ON public.rosters_roster USING btree (code varchar_pattern_ops);


--
-- Name: rosters_roster_created_by_id_dd1dfc09; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_roster_created_by_id_dd1dfc09 ON public.rosters_roster USING btree (created_by_id);


--
-- Name: rosters_roster_force_id_0f47dbaf; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_roster_force_id_0f47dbaf ON public.rosters_roster USING btree (force_id);


--
-- Name: rosters_swap_decided_by_id_eaa76ff7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_swap_decided_by_id_eaa76ff7 ON public.rosters_swap USING btree (decided_by_id);


--
-- Name: rosters_swap_duty_id_66bc9460; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_swap_duty_id_66bc9460 ON public.rosters_swap USING btree (duty_id);


--
-- Name: rosters_swap_other_duty_id_e67d6b94; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_swap_other_duty_id_e67d6b94 ON public.rosters_swap USING btree (other_duty_id);


--
-- Name: rosters_swap_other_id_0bf33858; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_swap_other_id_0bf33858 ON public.rosters_swap USING btree (other_id);


--
-- Name: rosters_tas_agency__0824de_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_tas_agency__0824de_idx ON public.rosters_taskforce USING btree (agency_path, id DESC);


--
-- Name: rosters_taskforce_agency_id_fd956d2a; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_taskforce_agency_id_fd956d2a ON public.rosters_taskforce USING btree (agency_id);


--
-- Name: rosters_taskforce_code_2212d526_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_taskforce_code_2212d526_like ON public.rosters_taskforce USING btree (code varchar_pattern_ops);


--
-- Name: rosters_taskforce_created_by_id_fb773b92; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_taskforce_created_by_id_fb773b92 ON public.rosters_taskforce USING btree (created_by_id);


--
-- Name: rosters_wish_member_id_b02514a3; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_wish_member_id_b02514a3 ON public.rosters_wish USING btree (member_id);


--
-- Name: rosters_wish_roster_id_8da0bd5b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX rosters_wish_roster_id_8da0bd5b ON public.rosters_wish USING btree (roster_id);


--
-- Name: routing_proposal_agency_id_48129cc2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_proposal_agency_id_48129cc2 ON public.routing_proposal USING btree (agency_id);


--
-- Name: routing_proposal_decided_by_id_626506c6; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_proposal_decided_by_id_626506c6 ON public.routing_proposal USING btree (decided_by_id);


--
-- Name: routing_proposal_matter_id_1144d848; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_proposal_matter_id_1144d848 ON public.routing_proposal USING btree (matter_id);


--
-- Name: routing_proposal_paper_id_88581115; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_proposal_paper_id_88581115 ON public.routing_proposal USING btree (paper_id);


--
-- Name: routing_proposal_proposed_by_id_18214c95; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_proposal_proposed_by_id_18214c95 ON public.routing_proposal USING btree (proposed_by_id);


--
-- Name: routing_proposal_submission_id_1936b3c3; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_proposal_submission_id_1936b3c3 ON public.routing_proposal USING btree (submission_id);


--
-- Name: routing_proposal_to_agency_id_99e6071b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_proposal_to_agency_id_99e6071b ON public.routing_proposal USING btree (to_agency_id);


--
-- Name: routing_tra_matter__b12f73_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_tra_matter__b12f73_idx ON public.routing_transfer USING btree (matter_id, id);


--
-- Name: routing_transfer_done_by_id_2e89dfc8; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_transfer_done_by_id_2e89dfc8 ON public.routing_transfer USING btree (done_by_id);


--
-- Name: routing_transfer_from_agency_id_a792bfde; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_transfer_from_agency_id_a792bfde ON public.routing_transfer USING btree (from_agency_id);


--
-- Name: routing_transfer_matter_id_09da0d2f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_transfer_matter_id_09da0d2f ON public.routing_transfer USING btree (matter_id);


--
-- Name: routing_transfer_once_key_e58dea70_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_transfer_once_key_e58dea70_like ON public.routing_transfer USING btree (once_key varchar_pattern_ops);


--
-- Name: routing_transfer_paper_id_2594c7e7; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_transfer_paper_id_2594c7e7 ON public.routing_transfer USING btree (paper_id);


--
-- Name: routing_transfer_submission_id_d343c7af; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_transfer_submission_id_d343c7af ON public.routing_transfer USING btree (submission_id);


--
-- Name: routing_transfer_to_agency_id_0443f05e; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX routing_transfer_to_agency_id_0443f05e ON public.routing_transfer USING btree (to_agency_id);


--
-- Name: search_words; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX search_words ON public.submissions_searchtext USING gin (words);


--
-- Name: session_by_day; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX session_by_day ON public.agenda_receptionsession USING btree (agency_path, "on");


--
-- Name: session_once; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX session_once ON public.agenda_receptionsession USING btree (agency_id, chair, "on", starts_at) WHERE (NOT ((status)::text = 'cancelled'::text));


--
-- Name: situation_expected_agency_id_9195dcc3; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_expected_agency_id_9195dcc3 ON public.situation_expected USING btree (agency_id);


--
-- Name: situation_expected_series_id_65c7b4a5; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_expected_series_id_65c7b4a5 ON public.situation_expected USING btree (series_id);


--
-- Name: situation_r_agency__c14a3d_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_r_agency__c14a3d_idx ON public.situation_reportseries USING btree (agency_path, id DESC);


--
-- Name: situation_reportseries_agency_id_726029ba; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_reportseries_agency_id_726029ba ON public.situation_reportseries USING btree (agency_id);


--
-- Name: situation_reportseries_code_f15d4771_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_reportseries_code_f15d4771_like ON public.situation_reportseries USING btree (code varchar_pattern_ops);


--
-- Name: situation_reportseries_created_by_id_bade66f3; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_reportseries_created_by_id_bade66f3 ON public.situation_reportseries USING btree (created_by_id);


--
-- Name: situation_reportseries_earlier_id_c7af7c28; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_reportseries_earlier_id_c7af7c28 ON public.situation_reportseries USING btree (earlier_id);


--
-- Name: situation_reportseries_receiver_id_22b845cd; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_reportseries_receiver_id_22b845cd ON public.situation_reportseries USING btree (receiver_id);


--
-- Name: situation_reportseries_under_id_3168266d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_reportseries_under_id_3168266d ON public.situation_reportseries USING btree (under_id);


--
-- Name: situation_situationreport_series_id_66307dfe; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX situation_situationreport_series_id_66307dfe ON public.situation_situationreport USING btree (series_id);


--
-- Name: sketch_attacked; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX sketch_attacked ON public.duplicates_sketch USING btree (attacked_hash, id DESC) WHERE (attacked_hash IS NOT NULL);


--
-- Name: sketch_smallest; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX sketch_smallest ON public.duplicates_sketch USING gin ((hashes[1:12])) WITH (fastupdate=off);


--
-- Name: slot_once; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX slot_once ON public.agenda_appointment USING btree (agency_id, session_id, "on", slot_at) NULLS NOT DISTINCT WHERE (NOT ((status)::text = 'cancelled'::text));


--
-- Name: submissions_agency__1147e5_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_agency__1147e5_idx ON public.submissions_submission USING btree (agency_id, received_on DESC);


--
-- Name: submissions_attachment_file_id_7ce5818f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_attachment_file_id_7ce5818f ON public.submissions_attachment USING btree (file_id);


--
-- Name: submissions_attachment_matter_id_9bfc07eb; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_attachment_matter_id_9bfc07eb ON public.submissions_attachment USING btree (matter_id);


--
-- Name: submissions_attachment_submission_id_54bf354c; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_attachment_submission_id_54bf354c ON public.submissions_attachment USING btree (submission_id);


--
-- Name: submissions_matter__17a6fe_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_matter__17a6fe_idx ON public.submissions_submission USING btree (matter_id);


--
-- Name: submissions_matter__620e6a_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_matter__620e6a_idx ON public.submissions_opening USING btree (matter_id, user_id);


--
-- Name: submissions_opening_decided_by_id_8da0dd60; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_opening_decided_by_id_8da0dd60 ON public.submissions_opening USING btree (decided_by_id);


--
-- Name: submissions_opening_matter_id_478a25fb; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_opening_matter_id_478a25fb ON public.submissions_opening USING btree (matter_id);


--
-- Name: submissions_opening_user_id_a3a01470; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_opening_user_id_a3a01470 ON public.submissions_opening USING btree (user_id);


--
-- Name: submissions_party_matter_id_286b18d9; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_party_matter_id_286b18d9 ON public.submissions_party USING btree (matter_id);


--
-- Name: submissions_party_submission_id_b94ed2b2; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_party_submission_id_b94ed2b2 ON public.submissions_party USING btree (submission_id);


--
-- Name: submissions_sealedidentity_matter_id_4f5127eb; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_sealedidentity_matter_id_4f5127eb ON public.submissions_sealedidentity USING btree (matter_id);


--
-- Name: submissions_sealedidentity_party_id_01753567; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_sealedidentity_party_id_01753567 ON public.submissions_sealedidentity USING btree (party_id);


--
-- Name: submissions_submiss_2b7604_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submiss_2b7604_idx ON public.submissions_party USING btree (submission_id);


--
-- Name: submissions_submiss_fd2502_idx; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submiss_fd2502_idx ON public.submissions_attachment USING btree (submission_id);


--
-- Name: submissions_submission_agency_id_0449dfb4; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submission_agency_id_0449dfb4 ON public.submissions_submission USING btree (agency_id);


--
-- Name: submissions_submission_code_209bcbf0_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submission_code_209bcbf0_like ON public.submissions_submission USING btree (code varchar_pattern_ops);


--
-- Name: submissions_submission_forwarded_by_id_d1104d74; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submission_forwarded_by_id_d1104d74 ON public.submissions_submission USING btree (forwarded_by_id);


--
-- Name: submissions_submission_matter_id_12e5721f; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submission_matter_id_12e5721f ON public.submissions_submission USING btree (matter_id);


--
-- Name: submissions_submission_request_key_f5e7cbb7_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submission_request_key_f5e7cbb7_like ON public.submissions_submission USING btree (request_key varchar_pattern_ops);


--
-- Name: submissions_submission_respondent_agency_id_8d0deb5b; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submission_respondent_agency_id_8d0deb5b ON public.submissions_submission USING btree (respondent_agency_id);


--
-- Name: submissions_submission_split_from_id_765501bf; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX submissions_submission_split_from_id_765501bf ON public.submissions_submission USING btree (split_from_id);


--
-- Name: succession_by_predecessor; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX succession_by_predecessor ON public.agencies_succession USING btree (predecessor_id, "on");


--
-- Name: task_line_by_due; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX task_line_by_due ON public.plans_taskagency USING btree (agency_path, due_on);


--
-- Name: task_line_by_plan; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX task_line_by_plan ON public.plans_taskagency USING btree (plan_id, status);


--
-- Name: throttle_ends; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX throttle_ends ON public.throttle USING btree (ends_at);


--
-- Name: trusted_certificate_once; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX trusted_certificate_once ON public.documents_trustedcertificate USING btree (agency_id, fingerprint) WHERE (ended_at IS NULL);


--
-- Name: unique_authenticator_type; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


--
-- Name: unique_primary_email; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


--
-- Name: unique_verified_email; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


--
-- Name: usersessions_usersession_session_key_fd35de43_like; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);


--
-- Name: usersessions_usersession_user_id_af5e0a6d; Type: INDEX; Schema: public; Owner: tiepdan_owner
--

CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);


--
-- Name: agencies_localrule audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agencies_localrule DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agencies_succession audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agencies_succession DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agenda_appointment audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agenda_appointment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agenda_followup audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agenda_followup DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agenda_queueticket audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agenda_queueticket DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agenda_receptionhours audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agenda_receptionhours DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agenda_receptionsession audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agenda_receptionsession DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agenda_sessionmove audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agenda_sessionmove DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: agenda_sessionvisit audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.agenda_sessionvisit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_case audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_courtfile audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_courtfile DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_extension audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_extension DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_link audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_link DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_mandate audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_mandate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_obligation audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_obligation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_protection audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_protection DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_protectiondetail audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_protectiondetail DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_review audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_review DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_step audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_suspension audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_suspension DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: cases_urging audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.cases_urging DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: documents_formtemplate audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.documents_formtemplate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: documents_paper audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.documents_paper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: documents_personalletter audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.documents_personalletter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: documents_registernumber audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.documents_registernumber DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: documents_signedcopy audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.documents_signedcopy DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: documents_trustedcertificate audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.documents_trustedcertificate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: duplicates_link audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.duplicates_link DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: imports_importitem audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.imports_importitem DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_callout audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_callout DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_contact audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_contact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_homenotice audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_homenotice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_incident audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_incident DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_incidentmatter audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_incidentmatter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_logline audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_logline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_office audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_office DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: incidents_situation audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.incidents_situation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: matters_assignment audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.matters_assignment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: matters_clockmove audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.matters_clockmove DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: matters_handover audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.matters_handover DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: matters_handoverpart audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.matters_handoverpart DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: matters_matter audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.matters_matter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: matters_move audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.matters_move DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: matters_savedfilter audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.matters_savedfilter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: online_onlinebreak audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.online_onlinebreak DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: online_onlinepoint audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.online_onlinepoint DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: online_onlinesession audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.online_onlinesession DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: pages_portalpage audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.pages_portalpage DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_bookable audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_bookable DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_booking audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_booking DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_enforcementflag audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_enforcementflag DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_eventwindow audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_eventwindow DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_evidence audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_evidence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_obstacle audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_obstacle DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_plan audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_planbody audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_planbody DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_plandocument audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_plandocument DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_plandraft audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_plandraft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_planversion audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_planversion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_progress audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_progress DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_registerentry audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_registerentry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_report audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_reportduty audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_reportduty DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_reviewcampaign audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_reviewcampaign DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_reviewedcase audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_reviewedcase DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_task audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_task DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_taskagency audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_taskagency DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_taskdeadline audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_taskdeadline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: plans_taskurging audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.plans_taskurging DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: privacy_breach audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.privacy_breach DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: privacy_datarequest audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.privacy_datarequest DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: privacy_destruction audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.privacy_destruction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: reception_reception audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.reception_reception DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_allowancerate audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_allowancerate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_calendarfeed audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_calendarfeed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_dutyshift audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_dutyshift DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_handover audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_handover DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_member audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_roster audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_roster DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_swap audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_swap DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_taskforce audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_taskforce DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: rosters_wish audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.rosters_wish DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: routing_proposal audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.routing_proposal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: routing_transfer audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.routing_transfer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: situation_expected audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.situation_expected DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: situation_reportseries audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.situation_reportseries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: situation_situationreport audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.situation_situationreport DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: submissions_opening audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.submissions_opening DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: submissions_party audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.submissions_party DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: submissions_submission audited; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.submissions_submission DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tiepdan.require_audit();


--
-- Name: audit_entry chain; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER chain BEFORE INSERT ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION tiepdan.audit_chain();


--
-- Name: matters_handover guard_handover; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER guard_handover BEFORE INSERT OR UPDATE ON public.matters_handover FOR EACH ROW EXECUTE FUNCTION tiepdan.guard_handover();


--
-- Name: submissions_opening guard_opening; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER guard_opening BEFORE INSERT OR UPDATE ON public.submissions_opening FOR EACH ROW EXECUTE FUNCTION tiepdan.guard_opening();


--
-- Name: accounts_post guard_post; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER guard_post BEFORE INSERT OR UPDATE ON public.accounts_post FOR EACH ROW EXECUTE FUNCTION tiepdan.guard_post();


--
-- Name: procrastinate_jobs procrastinate_jobs_notify_queue_job_aborted_v1; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();


--
-- Name: procrastinate_jobs procrastinate_jobs_notify_queue_job_inserted_v1; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_abort_requested_events_v1; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_delete_jobs_v1; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_scheduled_events_v1; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_status_events_insert_v1; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();


--
-- Name: procrastinate_jobs procrastinate_trigger_status_events_update_v1; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();


--
-- Name: audit_entry stays; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION tiepdan.audit_stays();


--
-- Name: audit_entry stays_whole; Type: TRIGGER; Schema: public; Owner: tiepdan_owner
--

CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION tiepdan.audit_stays();


--
-- Name: account_emailaddress account_emailaddress_user_id_2c513194_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: account_emailconfirmation account_emailconfirm_email_address_id_5b7f8c58_fk_account_e; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_apiclient accounts_apiclient_agency_id_1bf808f3_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_apiclient
    ADD CONSTRAINT accounts_apiclient_agency_id_1bf808f3_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_post accounts_post_agency_id_83433709_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_post
    ADD CONSTRAINT accounts_post_agency_id_83433709_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: accounts_post accounts_post_user_id_ecf3e197_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.accounts_post
    ADD CONSTRAINT accounts_post_user_id_ecf3e197_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agencies_agency agencies_agency_parent_id_2087cd0c_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_parent_id_2087cd0c_fk_agencies_agency_id FOREIGN KEY (parent_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agencies_localrule agencies_localrule_agency_id_9c5f3cc2_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_localrule
    ADD CONSTRAINT agencies_localrule_agency_id_9c5f3cc2_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agencies_succession agencies_succession_predecessor_id_61947a03_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_succession
    ADD CONSTRAINT agencies_succession_predecessor_id_61947a03_fk_agencies_ FOREIGN KEY (predecessor_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agencies_succession agencies_succession_successor_id_64584210_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agencies_succession
    ADD CONSTRAINT agencies_succession_successor_id_64584210_fk_agencies_agency_id FOREIGN KEY (successor_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_appointment agenda_appointment_agency_id_177e8514_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_appointment
    ADD CONSTRAINT agenda_appointment_agency_id_177e8514_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_appointment agenda_appointment_session_id_d1b3a57c_fk_agenda_re; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_appointment
    ADD CONSTRAINT agenda_appointment_session_id_d1b3a57c_fk_agenda_re FOREIGN KEY (session_id) REFERENCES public.agenda_receptionsession(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_followup agenda_followup_session_id_fdf543a7_fk_agenda_re; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_followup
    ADD CONSTRAINT agenda_followup_session_id_fdf543a7_fk_agenda_re FOREIGN KEY (session_id) REFERENCES public.agenda_receptionsession(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_followup agenda_followup_visit_id_667241ba_fk_reception_reception_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_followup
    ADD CONSTRAINT agenda_followup_visit_id_667241ba_fk_reception_reception_id FOREIGN KEY (visit_id) REFERENCES public.reception_reception(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_queueticket agenda_queueticket_agency_id_e279e029_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_queueticket
    ADD CONSTRAINT agenda_queueticket_agency_id_e279e029_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_queueticket agenda_queueticket_appointment_id_3a177c3d_fk_agenda_ap; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_queueticket
    ADD CONSTRAINT agenda_queueticket_appointment_id_3a177c3d_fk_agenda_ap FOREIGN KEY (appointment_id) REFERENCES public.agenda_appointment(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_receptionhours agenda_receptionhours_agency_id_c4f364ec_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_receptionhours
    ADD CONSTRAINT agenda_receptionhours_agency_id_c4f364ec_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_receptionsession agenda_receptionsess_agency_id_1c030b50_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_receptionsession
    ADD CONSTRAINT agenda_receptionsess_agency_id_1c030b50_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_receptionsession agenda_receptionsess_conclusion_id_b4c4a319_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_receptionsession
    ADD CONSTRAINT agenda_receptionsess_conclusion_id_b4c4a319_fk_documents FOREIGN KEY (conclusion_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_receptionsession agenda_receptionsess_created_by_id_e8856435_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_receptionsession
    ADD CONSTRAINT agenda_receptionsess_created_by_id_e8856435_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_sessionmove agenda_sessionmove_session_id_71664e62_fk_agenda_re; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_sessionmove
    ADD CONSTRAINT agenda_sessionmove_session_id_71664e62_fk_agenda_re FOREIGN KEY (session_id) REFERENCES public.agenda_receptionsession(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_sessionvisit agenda_sessionvisit_session_id_a709fa3d_fk_agenda_re; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_sessionvisit
    ADD CONSTRAINT agenda_sessionvisit_session_id_a709fa3d_fk_agenda_re FOREIGN KEY (session_id) REFERENCES public.agenda_receptionsession(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_sessionvisit agenda_sessionvisit_visit_id_b0186ea8_fk_reception_reception_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.agenda_sessionvisit
    ADD CONSTRAINT agenda_sessionvisit_visit_id_b0186ea8_fk_reception_reception_id FOREIGN KEY (visit_id) REFERENCES public.reception_reception(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_agency_id_062136fa_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_agency_id_062136fa_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_handler_id_21cefe0d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_handler_id_21cefe0d_fk_accounts_user_id FOREIGN KEY (handler_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_leader_id_2c68daad_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_leader_id_2c68daad_fk_accounts_user_id FOREIGN KEY (leader_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_matter_id_3c4d0297_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_matter_id_3c4d0297_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_submission_id_b87c41c6_fk_submissions_submission_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_submission_id_b87c41c6_fk_submissions_submission_id FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_case cases_case_superior_id_70c0299c_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_superior_id_70c0299c_fk_agencies_agency_id FOREIGN KEY (superior_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_courtfile cases_courtfile_case_id_bd7bcf9c_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_courtfile
    ADD CONSTRAINT cases_courtfile_case_id_bd7bcf9c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_courtfile cases_courtfile_matter_id_bce1f4d7_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_courtfile
    ADD CONSTRAINT cases_courtfile_matter_id_bce1f4d7_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_evidence cases_evidence_case_id_afc863e7_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_evidence
    ADD CONSTRAINT cases_evidence_case_id_afc863e7_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_evidence cases_evidence_file_id_f38a4d06_fk_documents_storedfile_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_evidence
    ADD CONSTRAINT cases_evidence_file_id_f38a4d06_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_evidence cases_evidence_matter_id_b5570ed6_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_evidence
    ADD CONSTRAINT cases_evidence_matter_id_b5570ed6_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_extension cases_extension_case_id_583445e3_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_extension
    ADD CONSTRAINT cases_extension_case_id_583445e3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_extension cases_extension_matter_id_948e71af_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_extension
    ADD CONSTRAINT cases_extension_matter_id_948e71af_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_extension cases_extension_paper_id_b08e3353_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_extension
    ADD CONSTRAINT cases_extension_paper_id_b08e3353_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_finding cases_finding_case_id_9635c427_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_finding
    ADD CONSTRAINT cases_finding_case_id_9635c427_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_finding cases_finding_matter_id_ca37b199_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_finding
    ADD CONSTRAINT cases_finding_matter_id_ca37b199_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_link cases_link_case_id_f9cc9f52_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_link
    ADD CONSTRAINT cases_link_case_id_f9cc9f52_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_link cases_link_matter_id_72d2ab77_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_link
    ADD CONSTRAINT cases_link_matter_id_72d2ab77_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_mandate cases_mandate_case_id_6ed002da_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_mandate
    ADD CONSTRAINT cases_mandate_case_id_6ed002da_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_mandate cases_mandate_matter_id_1f83b067_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_mandate
    ADD CONSTRAINT cases_mandate_matter_id_1f83b067_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_mandate cases_mandate_party_id_236d5e6f_fk_submissions_party_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_mandate
    ADD CONSTRAINT cases_mandate_party_id_236d5e6f_fk_submissions_party_id FOREIGN KEY (party_id) REFERENCES public.submissions_party(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_by_id_5cbc67aa_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_by_id_5cbc67aa_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_case_id_77ee1e2a_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_case_id_77ee1e2a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_note cases_note_matter_id_78807890_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_matter_id_78807890_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_obligation cases_obligation_agency_id_9c4de474_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_obligation
    ADD CONSTRAINT cases_obligation_agency_id_9c4de474_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_obligation cases_obligation_case_id_97728ea5_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_obligation
    ADD CONSTRAINT cases_obligation_case_id_97728ea5_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_obligation cases_obligation_matter_id_75d24e97_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_obligation
    ADD CONSTRAINT cases_obligation_matter_id_75d24e97_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_protection cases_protection_case_id_eef7498a_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_protection
    ADD CONSTRAINT cases_protection_case_id_eef7498a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_protection cases_protection_matter_id_ff9773f1_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_protection
    ADD CONSTRAINT cases_protection_matter_id_ff9773f1_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_protectiondetail cases_protectiondeta_protection_id_d94f7de6_fk_cases_pro; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_protectiondetail
    ADD CONSTRAINT cases_protectiondeta_protection_id_d94f7de6_fk_cases_pro FOREIGN KEY (protection_id) REFERENCES public.cases_protection(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_protectiondetail cases_protectiondetail_matter_id_d488842f_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_protectiondetail
    ADD CONSTRAINT cases_protectiondetail_matter_id_d488842f_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_publication cases_publication_case_id_9da8139f_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_publication
    ADD CONSTRAINT cases_publication_case_id_9da8139f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_publication cases_publication_matter_id_d4f6f9b6_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_publication
    ADD CONSTRAINT cases_publication_matter_id_d4f6f9b6_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_review cases_review_case_id_9cc88c78_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_review
    ADD CONSTRAINT cases_review_case_id_9cc88c78_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_review cases_review_matter_id_10249b13_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_review
    ADD CONSTRAINT cases_review_matter_id_10249b13_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_session cases_session_case_id_e6d04447_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_session
    ADD CONSTRAINT cases_session_case_id_e6d04447_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_session cases_session_matter_id_551eaab4_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_session
    ADD CONSTRAINT cases_session_matter_id_551eaab4_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_session cases_session_paper_id_abde6e8f_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_session
    ADD CONSTRAINT cases_session_paper_id_abde6e8f_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_step cases_step_by_id_48a313b1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_step
    ADD CONSTRAINT cases_step_by_id_48a313b1_fk_accounts_user_id FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_step cases_step_case_id_95522377_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_step
    ADD CONSTRAINT cases_step_case_id_95522377_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_step cases_step_matter_id_e4124f51_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_step
    ADD CONSTRAINT cases_step_matter_id_e4124f51_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_step cases_step_paper_id_ffdbec23_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_step
    ADD CONSTRAINT cases_step_paper_id_ffdbec23_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_suspension cases_suspension_case_id_e5ee2e7f_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_suspension
    ADD CONSTRAINT cases_suspension_case_id_e5ee2e7f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_suspension cases_suspension_matter_id_617016c9_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_suspension
    ADD CONSTRAINT cases_suspension_matter_id_617016c9_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_teammember cases_teammember_case_id_4d28a008_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_teammember_case_id_4d28a008_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_teammember cases_teammember_matter_id_735a3518_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_teammember_matter_id_735a3518_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_teammember cases_teammember_user_id_bb0df338_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_teammember
    ADD CONSTRAINT cases_teammember_user_id_bb0df338_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_urging cases_urging_answered_by_id_2d2887e1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_urging
    ADD CONSTRAINT cases_urging_answered_by_id_2d2887e1_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_urging cases_urging_asked_by_id_eadf694e_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_urging
    ADD CONSTRAINT cases_urging_asked_by_id_eadf694e_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_urging cases_urging_from_agency_id_c785ef58_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_urging
    ADD CONSTRAINT cases_urging_from_agency_id_c785ef58_fk_agencies_agency_id FOREIGN KEY (from_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_urging cases_urging_matter_id_b81e9797_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_urging
    ADD CONSTRAINT cases_urging_matter_id_b81e9797_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_urging cases_urging_paper_id_5751b17e_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_urging
    ADD CONSTRAINT cases_urging_paper_id_5751b17e_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cases_urging cases_urging_to_agency_id_eef69a59_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.cases_urging
    ADD CONSTRAINT cases_urging_to_agency_id_eef69a59_fk_agencies_agency_id FOREIGN KEY (to_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_delivery documents_delivery_agency_id_10d0b05f_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_agency_id_10d0b05f_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_delivery documents_delivery_matter_id_4af867b0_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_matter_id_4af867b0_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_delivery documents_delivery_paper_id_0c7bca5c_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_delivery
    ADD CONSTRAINT documents_delivery_paper_id_0c7bca5c_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_formtemplate documents_formtempla_file_id_5a0cd849_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_formtemplate
    ADD CONSTRAINT documents_formtempla_file_id_5a0cd849_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_formtemplate documents_formtemplate_agency_id_6407f794_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_formtemplate
    ADD CONSTRAINT documents_formtemplate_agency_id_6407f794_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_agency_id_20eedc4b_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_agency_id_20eedc4b_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_approved_by_id_814a0742_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_approved_by_id_814a0742_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_drafted_by_id_80d3704f_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_drafted_by_id_80d3704f_fk_accounts_user_id FOREIGN KEY (drafted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_file_id_46211181_fk_documents_storedfile_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_file_id_46211181_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_issued_by_id_8cda6a37_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_issued_by_id_8cda6a37_fk_accounts_user_id FOREIGN KEY (issued_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_matter_id_27b231de_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_matter_id_27b231de_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_relates_to_id_bef1b5e6_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_relates_to_id_bef1b5e6_fk_documents_paper_id FOREIGN KEY (relates_to_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_reviewed_by_id_acdf9728_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_reviewed_by_id_acdf9728_fk_accounts_user_id FOREIGN KEY (reviewed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_paper documents_paper_template_id_0ff067da_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_paper
    ADD CONSTRAINT documents_paper_template_id_0ff067da_fk_documents FOREIGN KEY (template_id) REFERENCES public.documents_formtemplate(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_personalletter documents_personalle_agency_id_9e0fd1e5_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_personalletter
    ADD CONSTRAINT documents_personalle_agency_id_9e0fd1e5_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_register documents_register_agency_id_be206ffe_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_register
    ADD CONSTRAINT documents_register_agency_id_be206ffe_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_registernumber documents_registernu_matter_id_efc904f6_fk_matters_m; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_registernumber
    ADD CONSTRAINT documents_registernu_matter_id_efc904f6_fk_matters_m FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_registernumber documents_registernu_register_id_d78378ec_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_registernumber
    ADD CONSTRAINT documents_registernu_register_id_d78378ec_fk_documents FOREIGN KEY (register_id) REFERENCES public.documents_register(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_signedcopy documents_signedcopy_file_id_7bcad5ba_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_signedcopy
    ADD CONSTRAINT documents_signedcopy_file_id_7bcad5ba_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_signedcopy documents_signedcopy_matter_id_eeb3cb81_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_signedcopy
    ADD CONSTRAINT documents_signedcopy_matter_id_eeb3cb81_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_signedcopy documents_signedcopy_paper_id_d0f08bd8_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_signedcopy
    ADD CONSTRAINT documents_signedcopy_paper_id_d0f08bd8_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: documents_trustedcertificate documents_trustedcer_agency_id_3a84b8f4_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.documents_trustedcertificate
    ADD CONSTRAINT documents_trustedcer_agency_id_3a84b8f4_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: duplicates_link duplicates_link_earlier_id_3264dfe0_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_link
    ADD CONSTRAINT duplicates_link_earlier_id_3264dfe0_fk_submissio FOREIGN KEY (earlier_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: duplicates_link duplicates_link_found_by_id_8b275569_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_link
    ADD CONSTRAINT duplicates_link_found_by_id_8b275569_fk_accounts_user_id FOREIGN KEY (found_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: duplicates_link duplicates_link_matter_id_4d1f210d_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_link
    ADD CONSTRAINT duplicates_link_matter_id_4d1f210d_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: duplicates_link duplicates_link_submission_id_5f6839c7_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_link
    ADD CONSTRAINT duplicates_link_submission_id_5f6839c7_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: duplicates_sketch duplicates_sketch_matter_id_ca39dde2_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_sketch
    ADD CONSTRAINT duplicates_sketch_matter_id_ca39dde2_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: duplicates_sketch duplicates_sketch_submission_id_118cc7d1_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.duplicates_sketch
    ADD CONSTRAINT duplicates_sketch_submission_id_118cc7d1_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: imports_importitem imports_importitem_run_id_920bc67f_fk_imports_importrun_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.imports_importitem
    ADD CONSTRAINT imports_importitem_run_id_920bc67f_fk_imports_importrun_id FOREIGN KEY (run_id) REFERENCES public.imports_importrun(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: imports_importrun imports_importrun_agency_id_039d53f8_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_agency_id_039d53f8_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: imports_importrun imports_importrun_made_by_id_a039be71_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_made_by_id_a039be71_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_callout incidents_callout_incident_id_270b2937_fk_incidents_incident_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_callout
    ADD CONSTRAINT incidents_callout_incident_id_270b2937_fk_incidents_incident_id FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_callout incidents_callout_user_id_ce9306f9_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_callout
    ADD CONSTRAINT incidents_callout_user_id_ce9306f9_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_contact incidents_contact_situation_id_a424b413_fk_incidents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_contact
    ADD CONSTRAINT incidents_contact_situation_id_a424b413_fk_incidents FOREIGN KEY (situation_id) REFERENCES public.incidents_situation(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_homenotice incidents_homenotice_agency_id_79fc6e07_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_homenotice
    ADD CONSTRAINT incidents_homenotice_agency_id_79fc6e07_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_homenotice incidents_homenotice_answered_by_id_fcd2692d_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_homenotice
    ADD CONSTRAINT incidents_homenotice_answered_by_id_fcd2692d_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_homenotice incidents_homenotice_incident_id_51339cf8_fk_incidents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_homenotice
    ADD CONSTRAINT incidents_homenotice_incident_id_51339cf8_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_incident incidents_incident_acknowledged_by_id_825dc53a_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_acknowledged_by_id_825dc53a_fk_accounts_ FOREIGN KEY (acknowledged_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_incident incidents_incident_agency_id_e06d59d6_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_agency_id_e06d59d6_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_incident incidents_incident_leader_id_b1834d73_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_leader_id_b1834d73_fk_accounts_user_id FOREIGN KEY (leader_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_incident incidents_incident_office_id_ae30ff31_fk_incidents_office_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_office_id_ae30ff31_fk_incidents_office_id FOREIGN KEY (office_id) REFERENCES public.incidents_office(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_incident incidents_incident_reported_by_id_17f53566_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incident
    ADD CONSTRAINT incidents_incident_reported_by_id_17f53566_fk_accounts_user_id FOREIGN KEY (reported_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_incidentmatter incidents_incidentma_incident_id_6bd005ea_fk_incidents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incidentmatter
    ADD CONSTRAINT incidents_incidentma_incident_id_6bd005ea_fk_incidents FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_incidentmatter incidents_incidentma_matter_id_d008f686_fk_matters_m; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_incidentmatter
    ADD CONSTRAINT incidents_incidentma_matter_id_d008f686_fk_matters_m FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_logline incidents_logline_incident_id_d2df6495_fk_incidents_incident_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_logline
    ADD CONSTRAINT incidents_logline_incident_id_d2df6495_fk_incidents_incident_id FOREIGN KEY (incident_id) REFERENCES public.incidents_incident(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_office incidents_office_agency_id_4d3f23bd_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_office
    ADD CONSTRAINT incidents_office_agency_id_4d3f23bd_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: incidents_situation incidents_situation_office_id_ebba8e14_fk_incidents_office_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.incidents_situation
    ADD CONSTRAINT incidents_situation_office_id_ebba8e14_fk_incidents_office_id FOREIGN KEY (office_id) REFERENCES public.incidents_office(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_assignment matters_assignment_agency_id_170d0b18_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_assignment
    ADD CONSTRAINT matters_assignment_agency_id_170d0b18_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_assignment matters_assignment_matter_id_bfdb7b0d_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_assignment
    ADD CONSTRAINT matters_assignment_matter_id_bfdb7b0d_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_assignment matters_assignment_user_id_8b0c19e1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_assignment
    ADD CONSTRAINT matters_assignment_user_id_8b0c19e1_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_clock matters_clock_agency_id_12d8664d_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_clock
    ADD CONSTRAINT matters_clock_agency_id_12d8664d_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_clock matters_clock_matter_id_d8562c19_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_clock
    ADD CONSTRAINT matters_clock_matter_id_d8562c19_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_clockmove matters_clockmove_clock_id_31886ec5_fk_matters_clock_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_clockmove
    ADD CONSTRAINT matters_clockmove_clock_id_31886ec5_fk_matters_clock_id FOREIGN KEY (clock_id) REFERENCES public.matters_clock(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_clockmove matters_clockmove_matter_id_8ccbf982_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_clockmove
    ADD CONSTRAINT matters_clockmove_matter_id_8ccbf982_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_exclusion matters_exclusion_matter_id_5a4e1e69_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_exclusion
    ADD CONSTRAINT matters_exclusion_matter_id_5a4e1e69_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_exclusion matters_exclusion_user_id_66e1f66f_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_exclusion
    ADD CONSTRAINT matters_exclusion_user_id_66e1f66f_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_handover matters_handover_approved_by_id_251686fb_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handover
    ADD CONSTRAINT matters_handover_approved_by_id_251686fb_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_handover matters_handover_predecessor_id_3ae8cec2_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handover
    ADD CONSTRAINT matters_handover_predecessor_id_3ae8cec2_fk_agencies_agency_id FOREIGN KEY (predecessor_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_handover matters_handover_prepared_by_id_9344fcb1_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handover
    ADD CONSTRAINT matters_handover_prepared_by_id_9344fcb1_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_handoverpart matters_handoverpart_handover_id_7dd83285_fk_matters_h; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handoverpart
    ADD CONSTRAINT matters_handoverpart_handover_id_7dd83285_fk_matters_h FOREIGN KEY (handover_id) REFERENCES public.matters_handover(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_handoverpart matters_handoverpart_successor_id_21e73bde_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_handoverpart
    ADD CONSTRAINT matters_handoverpart_successor_id_21e73bde_fk_agencies_ FOREIGN KEY (successor_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_matter matters_matter_agency_id_7c2b4904_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_matter
    ADD CONSTRAINT matters_matter_agency_id_7c2b4904_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_matter matters_matter_same_as_id_c35293f2_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_matter
    ADD CONSTRAINT matters_matter_same_as_id_c35293f2_fk_matters_matter_id FOREIGN KEY (same_as_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_move matters_move_from_agency_id_55149b6a_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_move
    ADD CONSTRAINT matters_move_from_agency_id_55149b6a_fk_agencies_agency_id FOREIGN KEY (from_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_move matters_move_handover_id_8b5b1f0c_fk_matters_handover_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_move
    ADD CONSTRAINT matters_move_handover_id_8b5b1f0c_fk_matters_handover_id FOREIGN KEY (handover_id) REFERENCES public.matters_handover(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_move matters_move_matter_id_8b447692_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_move
    ADD CONSTRAINT matters_move_matter_id_8b447692_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_move matters_move_to_agency_id_8e797f44_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_move
    ADD CONSTRAINT matters_move_to_agency_id_8e797f44_fk_agencies_agency_id FOREIGN KEY (to_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_notice matters_notice_acknowledged_by_id_04fa317c_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_notice
    ADD CONSTRAINT matters_notice_acknowledged_by_id_04fa317c_fk_accounts_user_id FOREIGN KEY (acknowledged_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_notice matters_notice_agency_id_f10971d0_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_notice
    ADD CONSTRAINT matters_notice_agency_id_f10971d0_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_notice matters_notice_matter_id_e7ee0021_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_notice
    ADD CONSTRAINT matters_notice_matter_id_e7ee0021_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_notice matters_notice_user_id_e7757874_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_notice
    ADD CONSTRAINT matters_notice_user_id_e7757874_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_participation matters_participation_agency_id_6786a3dd_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_participation
    ADD CONSTRAINT matters_participation_agency_id_6786a3dd_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_participation matters_participation_handler_id_c0b260b4_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_participation
    ADD CONSTRAINT matters_participation_handler_id_c0b260b4_fk_accounts_user_id FOREIGN KEY (handler_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_participation matters_participation_matter_id_facfc90c_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_participation
    ADD CONSTRAINT matters_participation_matter_id_facfc90c_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: matters_savedfilter matters_savedfilter_user_id_c4978673_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.matters_savedfilter
    ADD CONSTRAINT matters_savedfilter_user_id_c4978673_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: mfa_authenticator mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinebreak online_onlinebreak_matter_id_64e59cbf_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinebreak
    ADD CONSTRAINT online_onlinebreak_matter_id_64e59cbf_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinebreak online_onlinebreak_point_id_ce26eed1_fk_online_onlinepoint_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinebreak
    ADD CONSTRAINT online_onlinebreak_point_id_ce26eed1_fk_online_onlinepoint_id FOREIGN KEY (point_id) REFERENCES public.online_onlinepoint(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinebreak online_onlinebreak_session_id_00275ece_fk_online_on; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinebreak
    ADD CONSTRAINT online_onlinebreak_session_id_00275ece_fk_online_on FOREIGN KEY (session_id) REFERENCES public.online_onlinesession(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinepoint online_onlinepoint_agency_id_728a3ce0_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinepoint
    ADD CONSTRAINT online_onlinepoint_agency_id_728a3ce0_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinepoint online_onlinepoint_matter_id_e75a8c4f_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinepoint
    ADD CONSTRAINT online_onlinepoint_matter_id_e75a8c4f_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinepoint online_onlinepoint_session_id_94378bf9_fk_online_on; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinepoint
    ADD CONSTRAINT online_onlinepoint_session_id_94378bf9_fk_online_on FOREIGN KEY (session_id) REFERENCES public.online_onlinesession(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_agency_id_63c7aab1_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_agency_id_63c7aab1_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_decided_by_id_56631810_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_decided_by_id_56631810_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_invitation_id_f3f009af_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_invitation_id_f3f009af_fk_documents FOREIGN KEY (invitation_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_matter_id_f73db227_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_matter_id_f73db227_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_minutes_id_890ad443_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_minutes_id_890ad443_fk_documents_paper_id FOREIGN KEY (minutes_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_moved_from_id_689e3bf2_fk_online_on; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_moved_from_id_689e3bf2_fk_online_on FOREIGN KEY (moved_from_id) REFERENCES public.online_onlinesession(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_notice_id_c5482681_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_notice_id_c5482681_fk_documents_paper_id FOREIGN KEY (notice_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_reception_id_d521c8ba_fk_reception; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_reception_id_d521c8ba_fk_reception FOREIGN KEY (reception_id) REFERENCES public.reception_reception(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: online_onlinesession online_onlinesession_submission_id_62023759_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.online_onlinesession
    ADD CONSTRAINT online_onlinesession_submission_id_62023759_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: pages_portalpage pages_portalpage_agency_id_f73270a6_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.pages_portalpage
    ADD CONSTRAINT pages_portalpage_agency_id_f73270a6_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: pages_portalpage pages_portalpage_approved_by_id_a728a241_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.pages_portalpage
    ADD CONSTRAINT pages_portalpage_approved_by_id_a728a241_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: pages_portalpage pages_portalpage_replaces_id_6496c83c_fk_pages_portalpage_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.pages_portalpage
    ADD CONSTRAINT pages_portalpage_replaces_id_6496c83c_fk_pages_portalpage_id FOREIGN KEY (replaces_id) REFERENCES public.pages_portalpage(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: pages_portalpage pages_portalpage_written_by_id_aa951681_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.pages_portalpage
    ADD CONSTRAINT pages_portalpage_written_by_id_aa951681_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_bookable plans_bookable_agency_id_cef3f8cf_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_bookable
    ADD CONSTRAINT plans_bookable_agency_id_cef3f8cf_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_booking plans_booking_bookable_id_e2579ecc_fk_plans_bookable_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_booking
    ADD CONSTRAINT plans_booking_bookable_id_e2579ecc_fk_plans_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.plans_bookable(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_booking plans_booking_booked_by_id_4e957620_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_booking
    ADD CONSTRAINT plans_booking_booked_by_id_4e957620_fk_accounts_user_id FOREIGN KEY (booked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_booking plans_booking_task_id_da3b3f54_fk_plans_task_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_booking
    ADD CONSTRAINT plans_booking_task_id_da3b3f54_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_enforcementflag plans_enforcementfla_decided_by_id_36ac097e_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_enforcementflag
    ADD CONSTRAINT plans_enforcementfla_decided_by_id_36ac097e_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_enforcementflag plans_enforcementfla_window_id_582e2bfc_fk_plans_eve; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_enforcementflag
    ADD CONSTRAINT plans_enforcementfla_window_id_582e2bfc_fk_plans_eve FOREIGN KEY (window_id) REFERENCES public.plans_eventwindow(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_enforcementflag plans_enforcementflag_case_id_7f84e955_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_enforcementflag
    ADD CONSTRAINT plans_enforcementflag_case_id_7f84e955_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_enforcementflag plans_enforcementflag_matter_id_b2d8603c_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_enforcementflag
    ADD CONSTRAINT plans_enforcementflag_matter_id_b2d8603c_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_enforcementflag plans_enforcementflag_told_by_id_eb155dd2_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_enforcementflag
    ADD CONSTRAINT plans_enforcementflag_told_by_id_eb155dd2_fk_accounts_user_id FOREIGN KEY (told_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_eventwindow plans_eventwindow_agency_id_224e823d_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_eventwindow
    ADD CONSTRAINT plans_eventwindow_agency_id_224e823d_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_eventwindow plans_eventwindow_created_by_id_2c96590e_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_eventwindow
    ADD CONSTRAINT plans_eventwindow_created_by_id_2c96590e_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_evidence plans_evidence_file_id_fbe8fa07_fk_documents_storedfile_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_evidence
    ADD CONSTRAINT plans_evidence_file_id_fbe8fa07_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_evidence plans_evidence_progress_id_c7b0a8c0_fk_plans_progress_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_evidence
    ADD CONSTRAINT plans_evidence_progress_id_c7b0a8c0_fk_plans_progress_id FOREIGN KEY (progress_id) REFERENCES public.plans_progress(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_obstacle plans_obstacle_answered_by_id_841e08fd_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_answered_by_id_841e08fd_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_obstacle plans_obstacle_line_id_d8802104_fk_plans_taskagency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_line_id_d8802104_fk_plans_taskagency_id FOREIGN KEY (line_id) REFERENCES public.plans_taskagency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_obstacle plans_obstacle_to_id_9bdadaa8_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_to_id_9bdadaa8_fk_agencies_agency_id FOREIGN KEY (to_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_obstacle plans_obstacle_told_by_id_07e9ed42_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_told_by_id_07e9ed42_fk_accounts_user_id FOREIGN KEY (told_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_obstacle plans_obstacle_via_id_73798243_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_obstacle
    ADD CONSTRAINT plans_obstacle_via_id_73798243_fk_agencies_agency_id FOREIGN KEY (via_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_agency_id_e35478dd_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_agency_id_e35478dd_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_force_id_fddb613d_fk_rosters_taskforce_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_force_id_fddb613d_fk_rosters_taskforce_id FOREIGN KEY (force_id) REFERENCES public.rosters_taskforce(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_implements_id_5e88f6fe_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_implements_id_5e88f6fe_fk_plans_plan_id FOREIGN KEY (implements_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_made_by_id_939b860d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_made_by_id_939b860d_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plan plans_plan_window_id_25ba654b_fk_plans_eventwindow_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plan
    ADD CONSTRAINT plans_plan_window_id_25ba654b_fk_plans_eventwindow_id FOREIGN KEY (window_id) REFERENCES public.plans_eventwindow(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planbody plans_planbody_decided_by_id_6773a584_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planbody
    ADD CONSTRAINT plans_planbody_decided_by_id_6773a584_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planbody plans_planbody_plan_id_9102b9c7_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planbody
    ADD CONSTRAINT plans_planbody_plan_id_9102b9c7_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plandocument plans_plandocument_agency_id_4debb38a_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandocument
    ADD CONSTRAINT plans_plandocument_agency_id_4debb38a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plandocument plans_plandocument_confirmed_by_id_95e6060d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandocument
    ADD CONSTRAINT plans_plandocument_confirmed_by_id_95e6060d_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plandocument plans_plandocument_file_id_871c4217_fk_documents_storedfile_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandocument
    ADD CONSTRAINT plans_plandocument_file_id_871c4217_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plandocument plans_plandocument_uploaded_by_id_96e3cfc5_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandocument
    ADD CONSTRAINT plans_plandocument_uploaded_by_id_96e3cfc5_fk_accounts_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plandraft plans_plandraft_agency_id_2ad24ef2_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandraft
    ADD CONSTRAINT plans_plandraft_agency_id_2ad24ef2_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plandraft plans_plandraft_document_id_8e3bea20_fk_plans_plandocument_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandraft
    ADD CONSTRAINT plans_plandraft_document_id_8e3bea20_fk_plans_plandocument_id FOREIGN KEY (document_id) REFERENCES public.plans_plandocument(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_plandraft plans_plandraft_made_by_id_2cab069b_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_plandraft
    ADD CONSTRAINT plans_plandraft_made_by_id_2cab069b_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planversion plans_planversion_document_id_bb7d2a0d_fk_plans_plandocument_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_document_id_bb7d2a0d_fk_plans_plandocument_id FOREIGN KEY (document_id) REFERENCES public.plans_plandocument(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planversion plans_planversion_made_by_id_78857960_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_made_by_id_78857960_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_planversion plans_planversion_plan_id_dcdb03c5_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_planversion
    ADD CONSTRAINT plans_planversion_plan_id_dcdb03c5_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_progress plans_progress_line_id_9e909270_fk_plans_taskagency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_progress
    ADD CONSTRAINT plans_progress_line_id_9e909270_fk_plans_taskagency_id FOREIGN KEY (line_id) REFERENCES public.plans_taskagency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_progress plans_progress_made_by_id_67634fd5_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_progress
    ADD CONSTRAINT plans_progress_made_by_id_67634fd5_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_readingprogress plans_readingprogress_plan_id_b7a79580_fk_plans_plandocument_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_readingprogress
    ADD CONSTRAINT plans_readingprogress_plan_id_b7a79580_fk_plans_plandocument_id FOREIGN KEY (plan_id) REFERENCES public.plans_plandocument(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_registerentry plans_registerentry_agency_id_dac09701_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_registerentry
    ADD CONSTRAINT plans_registerentry_agency_id_dac09701_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_registerentry plans_registerentry_made_by_id_f8f5a14b_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_registerentry
    ADD CONSTRAINT plans_registerentry_made_by_id_f8f5a14b_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_registerentry plans_registerentry_task_id_ebaffbb7_fk_plans_task_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_registerentry
    ADD CONSTRAINT plans_registerentry_task_id_ebaffbb7_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_report plans_report_agency_id_e21e29b6_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_report
    ADD CONSTRAINT plans_report_agency_id_e21e29b6_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_report plans_report_duty_id_59f2bdc4_fk_plans_reportduty_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_report
    ADD CONSTRAINT plans_report_duty_id_59f2bdc4_fk_plans_reportduty_id FOREIGN KEY (duty_id) REFERENCES public.plans_reportduty(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_report plans_report_plan_id_c67f37e0_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_report
    ADD CONSTRAINT plans_report_plan_id_c67f37e0_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_report plans_report_sent_by_id_5af3d38d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_report
    ADD CONSTRAINT plans_report_sent_by_id_5af3d38d_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reportduty plans_reportduty_plan_id_8cfa79e6_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reportduty
    ADD CONSTRAINT plans_reportduty_plan_id_8cfa79e6_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reportduty plans_reportduty_to_id_ff38a7af_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reportduty
    ADD CONSTRAINT plans_reportduty_to_id_ff38a7af_fk_agencies_agency_id FOREIGN KEY (to_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reportduty plans_reportduty_via_id_ddb3085c_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reportduty
    ADD CONSTRAINT plans_reportduty_via_id_ddb3085c_fk_agencies_agency_id FOREIGN KEY (via_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reviewcampaign plans_reviewcampaign_agency_id_a71580f6_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewcampaign
    ADD CONSTRAINT plans_reviewcampaign_agency_id_a71580f6_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reviewcampaign plans_reviewcampaign_made_by_id_1aa05935_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewcampaign
    ADD CONSTRAINT plans_reviewcampaign_made_by_id_1aa05935_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reviewcampaign plans_reviewcampaign_task_id_5753d0ff_fk_plans_task_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewcampaign
    ADD CONSTRAINT plans_reviewcampaign_task_id_5753d0ff_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reviewcampaign plans_reviewcampaign_window_id_1459844c_fk_plans_eventwindow_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewcampaign
    ADD CONSTRAINT plans_reviewcampaign_window_id_1459844c_fk_plans_eventwindow_id FOREIGN KEY (window_id) REFERENCES public.plans_eventwindow(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reviewedcase plans_reviewedcase_campaign_id_9dddebff_fk_plans_rev; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewedcase
    ADD CONSTRAINT plans_reviewedcase_campaign_id_9dddebff_fk_plans_rev FOREIGN KEY (campaign_id) REFERENCES public.plans_reviewcampaign(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reviewedcase plans_reviewedcase_case_id_59f4fa68_fk_cases_case_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewedcase
    ADD CONSTRAINT plans_reviewedcase_case_id_59f4fa68_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_reviewedcase plans_reviewedcase_matter_id_8c277925_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_reviewedcase
    ADD CONSTRAINT plans_reviewedcase_matter_id_8c277925_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_task plans_task_assignee_id_2b8b7552_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_assignee_id_2b8b7552_fk_accounts_user_id FOREIGN KEY (assignee_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_task plans_task_implements_id_c5edcc3a_fk_plans_task_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_implements_id_c5edcc3a_fk_plans_task_id FOREIGN KEY (implements_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_task plans_task_parent_id_3d279183_fk_plans_task_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_parent_id_3d279183_fk_plans_task_id FOREIGN KEY (parent_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_task plans_task_plan_id_f86b66fc_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_task
    ADD CONSTRAINT plans_task_plan_id_f86b66fc_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskagency plans_taskagency_agency_id_7cc66fbc_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskagency
    ADD CONSTRAINT plans_taskagency_agency_id_7cc66fbc_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskagency plans_taskagency_answered_by_id_d0a1c8df_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskagency
    ADD CONSTRAINT plans_taskagency_answered_by_id_d0a1c8df_fk_accounts_user_id FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskagency plans_taskagency_plan_id_c05eaa6e_fk_plans_plan_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskagency
    ADD CONSTRAINT plans_taskagency_plan_id_c05eaa6e_fk_plans_plan_id FOREIGN KEY (plan_id) REFERENCES public.plans_plan(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskagency plans_taskagency_task_id_f6c5bb08_fk_plans_task_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskagency
    ADD CONSTRAINT plans_taskagency_task_id_f6c5bb08_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskdeadline plans_taskdeadline_task_id_d499d900_fk_plans_task_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskdeadline
    ADD CONSTRAINT plans_taskdeadline_task_id_d499d900_fk_plans_task_id FOREIGN KEY (task_id) REFERENCES public.plans_task(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskurging plans_taskurging_from_agency_id_43b122ed_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskurging
    ADD CONSTRAINT plans_taskurging_from_agency_id_43b122ed_fk_agencies_agency_id FOREIGN KEY (from_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskurging plans_taskurging_line_id_07061b0e_fk_plans_taskagency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskurging
    ADD CONSTRAINT plans_taskurging_line_id_07061b0e_fk_plans_taskagency_id FOREIGN KEY (line_id) REFERENCES public.plans_taskagency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: plans_taskurging plans_taskurging_made_by_id_8aafd7b8_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.plans_taskurging
    ADD CONSTRAINT plans_taskurging_made_by_id_8aafd7b8_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: privacy_breach privacy_breach_agency_id_efc7c128_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_breach
    ADD CONSTRAINT privacy_breach_agency_id_efc7c128_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: privacy_datarequest privacy_datarequest_agency_id_fca4684b_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_datarequest
    ADD CONSTRAINT privacy_datarequest_agency_id_fca4684b_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: privacy_destruction privacy_destruction_agency_id_4615855d_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_destruction
    ADD CONSTRAINT privacy_destruction_agency_id_4615855d_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: privacy_destruction privacy_destruction_decided_by_id_88b98019_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_destruction
    ADD CONSTRAINT privacy_destruction_decided_by_id_88b98019_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: privacy_destruction privacy_destruction_matter_id_64fdc741_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.privacy_destruction
    ADD CONSTRAINT privacy_destruction_matter_id_64fdc741_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: procrastinate_events procrastinate_events_job_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;


--
-- Name: procrastinate_jobs procrastinate_jobs_worker_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;


--
-- Name: procrastinate_periodic_defers procrastinate_periodic_defers_job_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);


--
-- Name: reception_receipt reception_receipt_matter_id_70422a89_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_receipt
    ADD CONSTRAINT reception_receipt_matter_id_70422a89_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_receipt reception_receipt_officer_id_4dc76012_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_receipt
    ADD CONSTRAINT reception_receipt_officer_id_4dc76012_fk_accounts_user_id FOREIGN KEY (officer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_receipt reception_receipt_paper_id_221b85d5_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_receipt
    ADD CONSTRAINT reception_receipt_paper_id_221b85d5_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_receipt reception_receipt_reception_id_31736615_fk_reception; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_receipt
    ADD CONSTRAINT reception_receipt_reception_id_31736615_fk_reception FOREIGN KEY (reception_id) REFERENCES public.reception_reception(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_receipt reception_receipt_submission_id_c7757e3e_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_receipt
    ADD CONSTRAINT reception_receipt_submission_id_c7757e3e_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_reception reception_reception_agency_id_0c7bf829_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_agency_id_0c7bf829_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_reception reception_reception_matter_id_b573e441_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_matter_id_b573e441_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_reception reception_reception_officer_id_81d89b74_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_officer_id_81d89b74_fk_accounts_user_id FOREIGN KEY (officer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_reception reception_reception_outcome_agency_id_c835d4ce_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_outcome_agency_id_c835d4ce_fk_agencies_ FOREIGN KEY (outcome_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_reception reception_reception_refusal_paper_id_2e36a5fd_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_refusal_paper_id_2e36a5fd_fk_documents FOREIGN KEY (refusal_paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_reception reception_reception_submission_id_11e5ba9a_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_reception
    ADD CONSTRAINT reception_reception_submission_id_11e5ba9a_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reception_visitor reception_visitor_reception_id_b2a299cf_fk_reception; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.reception_visitor
    ADD CONSTRAINT reception_visitor_reception_id_b2a299cf_fk_reception FOREIGN KEY (reception_id) REFERENCES public.reception_reception(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_allowancerate rosters_allowancerate_agency_id_13545c61_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_allowancerate
    ADD CONSTRAINT rosters_allowancerate_agency_id_13545c61_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_calendarfeed rosters_calendarfeed_user_id_226c757c_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_calendarfeed
    ADD CONSTRAINT rosters_calendarfeed_user_id_226c757c_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_dutyshift rosters_dutyshift_member_id_66a09a51_fk_rosters_member_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_dutyshift
    ADD CONSTRAINT rosters_dutyshift_member_id_66a09a51_fk_rosters_member_id FOREIGN KEY (member_id) REFERENCES public.rosters_member(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_dutyshift rosters_dutyshift_roster_id_821e71c6_fk_rosters_roster_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_dutyshift
    ADD CONSTRAINT rosters_dutyshift_roster_id_821e71c6_fk_rosters_roster_id FOREIGN KEY (roster_id) REFERENCES public.rosters_roster(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_handover rosters_handover_roster_id_0910d028_fk_rosters_roster_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_handover
    ADD CONSTRAINT rosters_handover_roster_id_0910d028_fk_rosters_roster_id FOREIGN KEY (roster_id) REFERENCES public.rosters_roster(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_handover rosters_handover_written_by_id_78be00ec_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_handover
    ADD CONSTRAINT rosters_handover_written_by_id_78be00ec_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_member rosters_member_force_id_0ba23e59_fk_rosters_taskforce_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_member
    ADD CONSTRAINT rosters_member_force_id_0ba23e59_fk_rosters_taskforce_id FOREIGN KEY (force_id) REFERENCES public.rosters_taskforce(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_member rosters_member_user_id_e3f4c3a7_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_member
    ADD CONSTRAINT rosters_member_user_id_e3f4c3a7_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_roster rosters_roster_agency_id_db8e9fe6_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_roster
    ADD CONSTRAINT rosters_roster_agency_id_db8e9fe6_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_roster rosters_roster_created_by_id_dd1dfc09_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_roster
    ADD CONSTRAINT rosters_roster_created_by_id_dd1dfc09_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_roster rosters_roster_force_id_0f47dbaf_fk_rosters_taskforce_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_roster
    ADD CONSTRAINT rosters_roster_force_id_0f47dbaf_fk_rosters_taskforce_id FOREIGN KEY (force_id) REFERENCES public.rosters_taskforce(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_solving rosters_solving_roster_id_b7b16314_fk_rosters_roster_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_solving
    ADD CONSTRAINT rosters_solving_roster_id_b7b16314_fk_rosters_roster_id FOREIGN KEY (roster_id) REFERENCES public.rosters_roster(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_swap rosters_swap_decided_by_id_eaa76ff7_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_swap
    ADD CONSTRAINT rosters_swap_decided_by_id_eaa76ff7_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_swap rosters_swap_duty_id_66bc9460_fk_rosters_dutyshift_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_swap
    ADD CONSTRAINT rosters_swap_duty_id_66bc9460_fk_rosters_dutyshift_id FOREIGN KEY (duty_id) REFERENCES public.rosters_dutyshift(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_swap rosters_swap_other_duty_id_e67d6b94_fk_rosters_dutyshift_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_swap
    ADD CONSTRAINT rosters_swap_other_duty_id_e67d6b94_fk_rosters_dutyshift_id FOREIGN KEY (other_duty_id) REFERENCES public.rosters_dutyshift(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_swap rosters_swap_other_id_0bf33858_fk_rosters_member_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_swap
    ADD CONSTRAINT rosters_swap_other_id_0bf33858_fk_rosters_member_id FOREIGN KEY (other_id) REFERENCES public.rosters_member(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_taskforce rosters_taskforce_agency_id_fd956d2a_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_taskforce
    ADD CONSTRAINT rosters_taskforce_agency_id_fd956d2a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_taskforce rosters_taskforce_created_by_id_fb773b92_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_taskforce
    ADD CONSTRAINT rosters_taskforce_created_by_id_fb773b92_fk_accounts_user_id FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_wish rosters_wish_member_id_b02514a3_fk_rosters_member_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_wish
    ADD CONSTRAINT rosters_wish_member_id_b02514a3_fk_rosters_member_id FOREIGN KEY (member_id) REFERENCES public.rosters_member(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: rosters_wish rosters_wish_roster_id_8da0bd5b_fk_rosters_roster_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.rosters_wish
    ADD CONSTRAINT rosters_wish_roster_id_8da0bd5b_fk_rosters_roster_id FOREIGN KEY (roster_id) REFERENCES public.rosters_roster(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_proposal routing_proposal_agency_id_48129cc2_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_agency_id_48129cc2_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_proposal routing_proposal_decided_by_id_626506c6_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_decided_by_id_626506c6_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_proposal routing_proposal_matter_id_1144d848_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_matter_id_1144d848_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_proposal routing_proposal_paper_id_88581115_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_paper_id_88581115_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_proposal routing_proposal_proposed_by_id_18214c95_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_proposed_by_id_18214c95_fk_accounts_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_proposal routing_proposal_submission_id_1936b3c3_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_submission_id_1936b3c3_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_proposal routing_proposal_to_agency_id_99e6071b_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_proposal
    ADD CONSTRAINT routing_proposal_to_agency_id_99e6071b_fk_agencies_agency_id FOREIGN KEY (to_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_transfer routing_transfer_done_by_id_2e89dfc8_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_done_by_id_2e89dfc8_fk_accounts_user_id FOREIGN KEY (done_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_transfer routing_transfer_from_agency_id_a792bfde_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_from_agency_id_a792bfde_fk_agencies_agency_id FOREIGN KEY (from_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_transfer routing_transfer_matter_id_09da0d2f_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_matter_id_09da0d2f_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_transfer routing_transfer_paper_id_2594c7e7_fk_documents_paper_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_paper_id_2594c7e7_fk_documents_paper_id FOREIGN KEY (paper_id) REFERENCES public.documents_paper(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_transfer routing_transfer_submission_id_d343c7af_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_submission_id_d343c7af_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: routing_transfer routing_transfer_to_agency_id_0443f05e_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.routing_transfer
    ADD CONSTRAINT routing_transfer_to_agency_id_0443f05e_fk_agencies_agency_id FOREIGN KEY (to_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_expected situation_expected_agency_id_9195dcc3_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_expected
    ADD CONSTRAINT situation_expected_agency_id_9195dcc3_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_expected situation_expected_series_id_65c7b4a5_fk_situation; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_expected
    ADD CONSTRAINT situation_expected_series_id_65c7b4a5_fk_situation FOREIGN KEY (series_id) REFERENCES public.situation_reportseries(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_reportseries situation_reportseri_created_by_id_bade66f3_fk_accounts_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_reportseries
    ADD CONSTRAINT situation_reportseri_created_by_id_bade66f3_fk_accounts_ FOREIGN KEY (created_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_reportseries situation_reportseri_earlier_id_c7af7c28_fk_situation; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_reportseries
    ADD CONSTRAINT situation_reportseri_earlier_id_c7af7c28_fk_situation FOREIGN KEY (earlier_id) REFERENCES public.situation_reportseries(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_reportseries situation_reportseri_receiver_id_22b845cd_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_reportseries
    ADD CONSTRAINT situation_reportseri_receiver_id_22b845cd_fk_agencies_ FOREIGN KEY (receiver_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_reportseries situation_reportseri_under_id_3168266d_fk_situation; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_reportseries
    ADD CONSTRAINT situation_reportseri_under_id_3168266d_fk_situation FOREIGN KEY (under_id) REFERENCES public.situation_reportseries(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_reportseries situation_reportseries_agency_id_726029ba_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_reportseries
    ADD CONSTRAINT situation_reportseries_agency_id_726029ba_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: situation_situationreport situation_situationr_series_id_66307dfe_fk_situation; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.situation_situationreport
    ADD CONSTRAINT situation_situationr_series_id_66307dfe_fk_situation FOREIGN KEY (series_id) REFERENCES public.situation_reportseries(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_attachment submissions_attachme_file_id_7ce5818f_fk_documents; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_attachment
    ADD CONSTRAINT submissions_attachme_file_id_7ce5818f_fk_documents FOREIGN KEY (file_id) REFERENCES public.documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_attachment submissions_attachme_submission_id_54bf354c_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_attachment
    ADD CONSTRAINT submissions_attachme_submission_id_54bf354c_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_attachment submissions_attachment_matter_id_9bfc07eb_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_attachment
    ADD CONSTRAINT submissions_attachment_matter_id_9bfc07eb_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_opening submissions_opening_decided_by_id_8da0dd60_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_opening
    ADD CONSTRAINT submissions_opening_decided_by_id_8da0dd60_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_opening submissions_opening_matter_id_478a25fb_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_opening
    ADD CONSTRAINT submissions_opening_matter_id_478a25fb_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_opening submissions_opening_user_id_a3a01470_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_opening
    ADD CONSTRAINT submissions_opening_user_id_a3a01470_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_party submissions_party_matter_id_286b18d9_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_party
    ADD CONSTRAINT submissions_party_matter_id_286b18d9_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_party submissions_party_submission_id_b94ed2b2_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_party
    ADD CONSTRAINT submissions_party_submission_id_b94ed2b2_fk_submissio FOREIGN KEY (submission_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_sealedidentity submissions_sealedid_matter_id_4f5127eb_fk_matters_m; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_sealedidentity
    ADD CONSTRAINT submissions_sealedid_matter_id_4f5127eb_fk_matters_m FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_sealedidentity submissions_sealedid_party_id_01753567_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_sealedidentity
    ADD CONSTRAINT submissions_sealedid_party_id_01753567_fk_submissio FOREIGN KEY (party_id) REFERENCES public.submissions_party(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_searchtext submissions_searchtext_matter_id_69121ec4_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_searchtext
    ADD CONSTRAINT submissions_searchtext_matter_id_69121ec4_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_submission submissions_submissi_forwarded_by_id_d1104d74_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submissi_forwarded_by_id_d1104d74_fk_agencies_ FOREIGN KEY (forwarded_by_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_submission submissions_submissi_respondent_agency_id_8d0deb5b_fk_agencies_; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submissi_respondent_agency_id_8d0deb5b_fk_agencies_ FOREIGN KEY (respondent_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_submission submissions_submissi_split_from_id_765501bf_fk_submissio; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submissi_split_from_id_765501bf_fk_submissio FOREIGN KEY (split_from_id) REFERENCES public.submissions_submission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_submission submissions_submission_agency_id_0449dfb4_fk_agencies_agency_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submission_agency_id_0449dfb4_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: submissions_submission submissions_submission_matter_id_12e5721f_fk_matters_matter_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.submissions_submission
    ADD CONSTRAINT submissions_submission_matter_id_12e5721f_fk_matters_matter_id FOREIGN KEY (matter_id) REFERENCES public.matters_matter(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: usersessions_usersession usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id; Type: FK CONSTRAINT; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: agenda_appointment add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.agenda_appointment FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: agenda_followup add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.agenda_followup FOR INSERT TO tiepdan_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE ((s.id = agenda_followup.session_id) AND ((s.agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_followup.visit_id)))));


--
-- Name: agenda_queueticket add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.agenda_queueticket FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: agenda_receptionhours add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.agenda_receptionhours FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: agenda_receptionsession add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.agenda_receptionsession FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: agenda_sessionmove add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.agenda_sessionmove FOR INSERT TO tiepdan_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE ((s.id = agenda_sessionmove.session_id) AND ((s.agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))))));


--
-- Name: agenda_sessionvisit add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.agenda_sessionvisit FOR INSERT TO tiepdan_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE ((s.id = agenda_sessionvisit.session_id) AND ((s.agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_sessionvisit.visit_id)))));


--
-- Name: audit_entry add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.audit_entry FOR INSERT TO tiepdan_app WITH CHECK (true);


--
-- Name: cases_case add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_case FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_courtfile add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_courtfile FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_evidence add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_evidence FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_extension add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_extension FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_finding add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_finding FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_link add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_link FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_mandate add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_mandate FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_note add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_note FOR INSERT TO tiepdan_app WITH CHECK ((tiepdan.writes(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text)));


--
-- Name: cases_obligation add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_obligation FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_protection add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_protection FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_protectiondetail add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_protectiondetail FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_publication add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_publication FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_review add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_review FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_session add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_session FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_step add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_step FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_suspension add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_suspension FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_teammember add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_teammember FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: cases_urging add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.cases_urging FOR INSERT TO tiepdan_app WITH CHECK ((tiepdan.reads(matter_id) OR (EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE (line.matter_id = cases_urging.matter_id)))));


--
-- Name: documents_delivery add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_delivery FOR INSERT TO tiepdan_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE (p.id = documents_delivery.paper_id))));


--
-- Name: documents_formtemplate add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_formtemplate FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = 'administrator'::text)));


--
-- Name: documents_paper add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_paper FOR INSERT TO tiepdan_app WITH CHECK ((tiepdan.writes(matter_id) OR ((matter_id IS NULL) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: documents_personalletter add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_personalletter FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: documents_register add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_register FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: documents_registernumber add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_registernumber FOR INSERT TO tiepdan_app WITH CHECK (((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND ((matter_id IS NULL) OR ((current_setting('tiepdan.sight'::text, true) <> 'assigned'::text) AND (NOT tiepdan.is_kept_out(matter_id))))) OR tiepdan.writes(matter_id)));


--
-- Name: documents_signedcopy add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_signedcopy FOR INSERT TO tiepdan_app WITH CHECK ((tiepdan.writes(matter_id) OR ((matter_id IS NULL) AND (EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE ((p.id = documents_signedcopy.paper_id) AND (p.matter_id IS NULL)))))));


--
-- Name: documents_trustedcertificate add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.documents_trustedcertificate FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = 'administrator'::text)));


--
-- Name: duplicates_link add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.duplicates_link FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: imports_importitem add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.imports_importitem FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: imports_importrun add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.imports_importrun FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: incidents_callout add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_callout FOR INSERT TO tiepdan_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE ((i.id = incidents_callout.incident_id) AND ((i.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: incidents_contact add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_contact FOR INSERT TO tiepdan_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.incidents_situation s
  WHERE (s.id = incidents_contact.situation_id))));


--
-- Name: incidents_homenotice add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_homenotice FOR INSERT TO tiepdan_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE ((i.id = incidents_homenotice.incident_id) AND ((i.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: incidents_incident add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_incident FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: incidents_incidentmatter add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_incidentmatter FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: incidents_logline add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_logline FOR INSERT TO tiepdan_app WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE ((i.id = incidents_logline.incident_id) AND ((i.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))) OR (EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE ((i.id = incidents_logline.incident_id) AND (i.leader_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint)))) OR tiepdan.concerns(incident_id)));


--
-- Name: incidents_office add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_office FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: incidents_situation add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.incidents_situation FOR INSERT TO tiepdan_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.incidents_office o
  WHERE (o.id = incidents_situation.office_id))));


--
-- Name: matters_assignment add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_assignment FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: matters_clock add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_clock FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: matters_clockmove add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_clockmove FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: matters_exclusion add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_exclusion FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: matters_handover add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_handover FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = 'administrator'::text) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))));


--
-- Name: matters_handoverpart add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_handoverpart FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = 'administrator'::text) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))));


--
-- Name: matters_move add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_move FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: matters_savedfilter add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.matters_savedfilter FOR INSERT TO tiepdan_app WITH CHECK ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint));


--
-- Name: online_onlinebreak add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.online_onlinebreak FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: online_onlinepoint add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.online_onlinepoint FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: online_onlinesession add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.online_onlinesession FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: pages_portalpage add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.pages_portalpage FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = 'office'::text) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: plans_bookable add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_bookable FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_booking add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_booking FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_enforcementflag add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_enforcementflag FOR INSERT TO tiepdan_app WITH CHECK ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_eventwindow add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_eventwindow FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_evidence add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_evidence FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_obstacle add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_obstacle FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_plan add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_plan FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_planbody add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_planbody FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planbody.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true)))))));


--
-- Name: plans_plandocument add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_plandocument FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: plans_plandraft add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_plandraft FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_planversion add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_planversion FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planversion.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true)))))));


--
-- Name: plans_progress add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_progress FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_readingprogress add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_readingprogress FOR INSERT TO tiepdan_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.plans_plandocument d
  WHERE (d.id = plans_readingprogress.plan_id))));


--
-- Name: plans_registerentry add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_registerentry FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_report add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_report FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((coordinator_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_reportduty add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_reportduty FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_reviewcampaign add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_reviewcampaign FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_reviewedcase add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_reviewedcase FOR INSERT TO tiepdan_app WITH CHECK ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_task add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_task FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_taskagency add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_taskagency FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((coordinator_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_taskdeadline add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_taskdeadline FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_task t
  WHERE ((t.id = plans_taskdeadline.task_id) AND ((t.agency_path)::text = current_setting('tiepdan.path'::text, true)))))));


--
-- Name: plans_taskurging add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.plans_taskurging FOR INSERT TO tiepdan_app WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((from_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: privacy_breach add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.privacy_breach FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: privacy_datarequest add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.privacy_datarequest FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: privacy_destruction add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.privacy_destruction FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: reception_receipt add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.reception_receipt FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: reception_reception add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.reception_reception FOR INSERT TO tiepdan_app WITH CHECK (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) AND ((NOT sealed) OR (NOT tiepdan.is_excluded(matter_id)))) OR tiepdan.writes(matter_id)));


--
-- Name: reception_visitor add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.reception_visitor FOR INSERT TO tiepdan_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = reception_visitor.reception_id))));


--
-- Name: rosters_allowancerate add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_allowancerate FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: rosters_calendarfeed add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_calendarfeed FOR INSERT TO tiepdan_app WITH CHECK ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint));


--
-- Name: rosters_dutyshift add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_dutyshift FOR INSERT TO tiepdan_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_dutyshift.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: rosters_handover add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_handover FOR INSERT TO tiepdan_app WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_handover.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR tiepdan.on_shift(roster_id, "on", (shift)::text)));


--
-- Name: rosters_member add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_member FOR INSERT TO tiepdan_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_taskforce t
  WHERE ((t.id = rosters_member.force_id) AND ((t.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: rosters_roster add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_roster FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: rosters_solving add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_solving FOR INSERT TO tiepdan_app WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_solving.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: rosters_swap add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_swap FOR INSERT TO tiepdan_app WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE ((d.id = rosters_swap.duty_id) AND ((d.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE (d.id = rosters_swap.duty_id))) AND (tiepdan.has_duty(duty_id) OR tiepdan.is_member(other_id)))));


--
-- Name: rosters_taskforce add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_taskforce FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: rosters_wish add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.rosters_wish FOR INSERT TO tiepdan_app WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_wish.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR (tiepdan.is_member(member_id) AND (EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_wish.roster_id))))));


--
-- Name: routing_proposal add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.routing_proposal FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: routing_transfer add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.routing_transfer FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: situation_expected add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.situation_expected FOR INSERT TO tiepdan_app WITH CHECK ((((series_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: situation_reportseries add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.situation_reportseries FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: situation_situationreport add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.situation_situationreport FOR INSERT TO tiepdan_app WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: submissions_attachment add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.submissions_attachment FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: submissions_opening add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.submissions_opening FOR INSERT TO tiepdan_app WITH CHECK (((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND tiepdan.is_assigned(matter_id)));


--
-- Name: submissions_party add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.submissions_party FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: submissions_sealedidentity add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.submissions_sealedidentity FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: submissions_submission add; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY add ON public.submissions_submission FOR INSERT TO tiepdan_app WITH CHECK (tiepdan.writes(matter_id));


--
-- Name: agenda_appointment; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_appointment ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_followup; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_followup ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_queueticket; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_queueticket ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_receptionhours; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_receptionhours ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_receptionsession; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_receptionsession ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_sessionmove; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_sessionmove ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_sessionvisit; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.agenda_sessionvisit ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_entry; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_case; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_case ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_courtfile; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_courtfile ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_evidence; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_evidence ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_extension; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_extension ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_finding; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_finding ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_link; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_link ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_mandate; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_mandate ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_note; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_note ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_obligation; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_obligation ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_protection; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_protection ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_protectiondetail; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_protectiondetail ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_publication; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_publication ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_review; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_review ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_session; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_session ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_step; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_step ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_suspension; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_suspension ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_teammember; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_teammember ENABLE ROW LEVEL SECURITY;

--
-- Name: cases_urging; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.cases_urging ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_appointment change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.agenda_appointment FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: agenda_followup change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.agenda_followup FOR UPDATE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_followup.session_id))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_followup.visit_id))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_followup.session_id))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_followup.visit_id))) AND ((EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_followup.visit_id))) AND ((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE ((s.id = agenda_followup.session_id) AND ((s.agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))))) OR (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))))));


--
-- Name: agenda_queueticket change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.agenda_queueticket FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: agenda_receptionhours change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.agenda_receptionhours FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text])) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: agenda_receptionsession change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.agenda_receptionsession FOR UPDATE TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'assigned'::text, 'none'::text, 'service'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))) WITH CHECK ((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'assigned'::text, 'none'::text, 'service'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: agenda_sessionmove change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.agenda_sessionmove FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_sessionmove.session_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_sessionmove.session_id))) AND (EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE ((s.id = agenda_sessionmove.session_id) AND ((s.agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))))));


--
-- Name: agenda_sessionvisit change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.agenda_sessionvisit FOR UPDATE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_sessionvisit.session_id))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_sessionvisit.visit_id))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_sessionvisit.session_id))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_sessionvisit.visit_id))) AND ((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE ((s.id = agenda_sessionvisit.session_id) AND ((s.agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_sessionvisit.visit_id))))));


--
-- Name: cases_case change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_case FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_courtfile change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_courtfile FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_evidence change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_evidence FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_extension change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_extension FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_finding change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_finding FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_link change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_link FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_mandate change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_mandate FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_note change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_note FOR UPDATE TO tiepdan_app USING ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text))) WITH CHECK ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text) AND (tiepdan.writes(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text))));


--
-- Name: cases_obligation change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_obligation FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_protection change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_protection FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_protectiondetail change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_protectiondetail FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.submissions_opening o
  WHERE ((o.matter_id = cases_protectiondetail.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.submissions_opening o
  WHERE ((o.matter_id = cases_protectiondetail.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id)))) AND tiepdan.writes(matter_id)));


--
-- Name: cases_publication change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_publication FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_review change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_review FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_session change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_session FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_step change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_step FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_suspension change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_suspension FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_teammember change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_teammember FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: cases_urging change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.cases_urging FOR UPDATE TO tiepdan_app USING ((tiepdan.reads(matter_id) OR (EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE (line.matter_id = cases_urging.matter_id))))) WITH CHECK ((tiepdan.reads(matter_id) OR (EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE (line.matter_id = cases_urging.matter_id)))));


--
-- Name: documents_delivery change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_delivery FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE (p.id = documents_delivery.paper_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE (p.id = documents_delivery.paper_id))));


--
-- Name: documents_formtemplate change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_formtemplate FOR UPDATE TO tiepdan_app USING (starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text)) WITH CHECK ((starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = 'administrator'::text))));


--
-- Name: documents_paper change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_paper FOR UPDATE TO tiepdan_app USING (((tiepdan.reads(matter_id) OR ((matter_id IS NULL) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])))) AND (((status)::text <> ALL ((ARRAY['draft'::character varying, 'submitted'::character varying, 'reviewed'::character varying, 'approved'::character varying])::text[])) OR ((agency_path)::text = current_setting('tiepdan.path'::text, true))))) WITH CHECK (((tiepdan.reads(matter_id) OR ((matter_id IS NULL) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])))) AND (((status)::text <> ALL ((ARRAY['draft'::character varying, 'submitted'::character varying, 'reviewed'::character varying, 'approved'::character varying])::text[])) OR ((agency_path)::text = current_setting('tiepdan.path'::text, true))) AND (tiepdan.writes(matter_id) OR ((matter_id IS NULL) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))))));


--
-- Name: documents_personalletter change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_personalletter FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: documents_register change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_register FOR UPDATE TO tiepdan_app USING ((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])))) WITH CHECK ((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND (((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: documents_registernumber change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_registernumber FOR UPDATE TO tiepdan_app USING (((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((matter_id IS NULL) OR ((current_setting('tiepdan.sight'::text, true) <> 'assigned'::text) AND (NOT tiepdan.is_kept_out(matter_id))))) OR tiepdan.reads(matter_id))) WITH CHECK ((((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((matter_id IS NULL) OR ((current_setting('tiepdan.sight'::text, true) <> 'assigned'::text) AND (NOT tiepdan.is_kept_out(matter_id))))) OR tiepdan.reads(matter_id)) AND ((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND ((matter_id IS NULL) OR ((current_setting('tiepdan.sight'::text, true) <> 'assigned'::text) AND (NOT tiepdan.is_kept_out(matter_id))))) OR tiepdan.writes(matter_id))));


--
-- Name: documents_signedcopy change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_signedcopy FOR UPDATE TO tiepdan_app USING ((tiepdan.reads(matter_id) OR ((matter_id IS NULL) AND (EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE ((p.id = documents_signedcopy.paper_id) AND (p.matter_id IS NULL))))))) WITH CHECK (((tiepdan.reads(matter_id) OR ((matter_id IS NULL) AND (EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE ((p.id = documents_signedcopy.paper_id) AND (p.matter_id IS NULL)))))) AND (tiepdan.writes(matter_id) OR ((matter_id IS NULL) AND (EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE ((p.id = documents_signedcopy.paper_id) AND (p.matter_id IS NULL))))))));


--
-- Name: documents_trustedcertificate change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.documents_trustedcertificate FOR UPDATE TO tiepdan_app USING (starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text)) WITH CHECK ((starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = 'administrator'::text))));


--
-- Name: duplicates_link change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.duplicates_link FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: imports_importitem change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.imports_importitem FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: imports_importrun change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.imports_importrun FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: incidents_callout change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_callout FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_callout.incident_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_callout.incident_id))) AND (((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE ((i.id = incidents_callout.incident_id) AND ((i.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))) OR (user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint))));


--
-- Name: incidents_contact change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_contact FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_situation s
  WHERE (s.id = incidents_contact.situation_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.incidents_situation s
  WHERE (s.id = incidents_contact.situation_id))));


--
-- Name: incidents_homenotice change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_homenotice FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_homenotice.incident_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_homenotice.incident_id))) AND (((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE ((i.id = incidents_homenotice.incident_id) AND ((i.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))) OR ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: incidents_incident change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_incident FOR UPDATE TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (leader_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR tiepdan.concerns(id))) WITH CHECK ((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (leader_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR tiepdan.concerns(id)) AND ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))) OR (leader_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint))));


--
-- Name: incidents_incidentmatter change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_incidentmatter FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: incidents_logline change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_logline FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_logline.incident_id)))) WITH CHECK (false);


--
-- Name: incidents_office change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_office FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: incidents_situation change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.incidents_situation FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_office o
  WHERE (o.id = incidents_situation.office_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.incidents_office o
  WHERE (o.id = incidents_situation.office_id))));


--
-- Name: matters_assignment change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_assignment FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: matters_clock change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_clock FOR UPDATE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE ((line.matter_id = matters_clock.matter_id) AND (line.agency_id = matters_clock.agency_id)))) OR ((current_setting('tiepdan.sight'::text, true) = 'portal'::text) AND (matter_id = (NULLIF(current_setting('tiepdan.matter'::text, true), ''::text))::bigint)))) WITH CHECK ((((EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE ((line.matter_id = matters_clock.matter_id) AND (line.agency_id = matters_clock.agency_id)))) OR ((current_setting('tiepdan.sight'::text, true) = 'portal'::text) AND (matter_id = (NULLIF(current_setting('tiepdan.matter'::text, true), ''::text))::bigint))) AND tiepdan.writes(matter_id)));


--
-- Name: matters_clockmove change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_clockmove FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: matters_exclusion change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_exclusion FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: matters_handover change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_handover FOR UPDATE TO tiepdan_app USING ((((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['administrator'::text, 'head'::text, 'deputy'::text, 'system'::text])) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.matters_handoverpart p
  WHERE (p.handover_id = matters_handover.id))))) WITH CHECK (((((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['administrator'::text, 'head'::text, 'deputy'::text, 'system'::text])) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.matters_handoverpart p
  WHERE (p.handover_id = matters_handover.id)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['administrator'::text, 'head'::text, 'deputy'::text, 'system'::text])) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)))));


--
-- Name: matters_handoverpart change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_handoverpart FOR UPDATE TO tiepdan_app USING ((((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['administrator'::text, 'head'::text, 'deputy'::text, 'system'::text])) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))) OR ((current_setting('tiepdan.role'::text, true) <> ''::text) AND ((successor_path)::text = current_setting('tiepdan.path'::text, true))))) WITH CHECK (((((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['administrator'::text, 'head'::text, 'deputy'::text, 'system'::text])) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))) OR ((current_setting('tiepdan.role'::text, true) <> ''::text) AND ((successor_path)::text = current_setting('tiepdan.path'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = 'administrator'::text) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)))));


--
-- Name: matters_matter change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_matter FOR UPDATE TO tiepdan_app USING (tiepdan.reads(id)) WITH CHECK ((tiepdan.reads(id) AND tiepdan.writes(id)));


--
-- Name: matters_move change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_move FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE (line.matter_id = matters_move.matter_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE (line.matter_id = matters_move.matter_id))) AND tiepdan.writes(matter_id)));


--
-- Name: matters_notice change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_notice FOR UPDATE TO tiepdan_app USING ((((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR ((user_id IS NULL) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND ((role)::text = current_setting('tiepdan.role'::text, true)))) AND (NOT tiepdan.is_kept_out(matter_id)))) WITH CHECK ((((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR ((user_id IS NULL) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND ((role)::text = current_setting('tiepdan.role'::text, true)))) AND (NOT tiepdan.is_kept_out(matter_id))));


--
-- Name: matters_participation change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_participation FOR UPDATE TO tiepdan_app USING (((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (NOT (sealed AND tiepdan.is_excluded(matter_id))) AND ((current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) OR ((current_setting('tiepdan.sight'::text, true) = 'assigned'::text) AND tiepdan.is_assigned(matter_id)))) OR ((current_setting('tiepdan.sight'::text, true) = 'portal'::text) AND (matter_id = (NULLIF(current_setting('tiepdan.matter'::text, true), ''::text))::bigint)))) WITH CHECK ((((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (NOT (sealed AND tiepdan.is_excluded(matter_id))) AND ((current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) OR ((current_setting('tiepdan.sight'::text, true) = 'assigned'::text) AND tiepdan.is_assigned(matter_id)))) OR ((current_setting('tiepdan.sight'::text, true) = 'portal'::text) AND (matter_id = (NULLIF(current_setting('tiepdan.matter'::text, true), ''::text))::bigint))) AND ((current_setting('tiepdan.sight'::text, true) <> 'oversight'::text) AND (((capacity)::text = 'passed_on'::text) OR tiepdan.reads(matter_id)))));


--
-- Name: matters_savedfilter change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.matters_savedfilter FOR UPDATE TO tiepdan_app USING ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint)) WITH CHECK ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint));


--
-- Name: online_onlinebreak change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.online_onlinebreak FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: online_onlinepoint change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.online_onlinepoint FOR UPDATE TO tiepdan_app USING ((tiepdan.reads(matter_id) OR (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (NOT tiepdan.is_kept_out(matter_id)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'service'::text]))))) WITH CHECK (((tiepdan.reads(matter_id) OR (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (NOT tiepdan.is_kept_out(matter_id)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'service'::text])))) AND tiepdan.writes(matter_id)));


--
-- Name: online_onlinesession change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.online_onlinesession FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: pages_portalpage change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.pages_portalpage FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = 'office'::text) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = 'office'::text) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: plans_bookable change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_bookable FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_booking change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_booking FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_enforcementflag change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_enforcementflag FOR UPDATE TO tiepdan_app USING ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text))) WITH CHECK ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text) AND (tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_eventwindow change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_eventwindow FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.window_id = plans_eventwindow.id)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.window_id = plans_eventwindow.id)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_evidence change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_evidence FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_obstacle change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_obstacle FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true))))));


--
-- Name: plans_plan change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_plan FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((above_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_taskagency a
  WHERE (a.plan_id = plans_plan.id))) OR (EXISTS ( SELECT 1
   FROM public.plans_report r
  WHERE (r.plan_id = plans_plan.id)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((above_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_taskagency a
  WHERE (a.plan_id = plans_plan.id))) OR (EXISTS ( SELECT 1
   FROM public.plans_report r
  WHERE (r.plan_id = plans_plan.id)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_planbody change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_planbody FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planbody.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true))))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planbody.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true)))))));


--
-- Name: plans_plandocument change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_plandocument FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: plans_plandraft change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_plandraft FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_planversion change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_planversion FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.id = plans_planversion.plan_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.id = plans_planversion.plan_id))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planversion.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true))))))));


--
-- Name: plans_progress change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_progress FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_readingprogress change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_readingprogress FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.plans_plandocument d
  WHERE (d.id = plans_readingprogress.plan_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.plans_plandocument d
  WHERE (d.id = plans_readingprogress.plan_id))));


--
-- Name: plans_registerentry change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_registerentry FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_report change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_report FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true))))));


--
-- Name: plans_reportduty change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_reportduty FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR (EXISTS ( SELECT 1
   FROM public.plans_report r
  WHERE (r.duty_id = plans_reportduty.id)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR (EXISTS ( SELECT 1
   FROM public.plans_report r
  WHERE (r.duty_id = plans_reportduty.id)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_reviewcampaign change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_reviewcampaign FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_reviewedcase change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_reviewedcase FOR UPDATE TO tiepdan_app USING ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text))) WITH CHECK ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text) AND (tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_task change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_task FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_taskagency a
  WHERE (a.task_id = plans_task.id)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_taskagency a
  WHERE (a.task_id = plans_task.id)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_taskagency change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_taskagency FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true))))));


--
-- Name: plans_taskdeadline change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_taskdeadline FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.plans_task t
  WHERE (t.id = plans_taskdeadline.task_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.plans_task t
  WHERE (t.id = plans_taskdeadline.task_id))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_task t
  WHERE ((t.id = plans_taskdeadline.task_id) AND ((t.agency_path)::text = current_setting('tiepdan.path'::text, true))))))));


--
-- Name: plans_taskurging change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.plans_taskurging FOR UPDATE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((from_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))))) WITH CHECK (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((from_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: privacy_breach change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.privacy_breach FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['records_clerk'::text, 'head'::text, 'deputy'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: privacy_datarequest change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.privacy_datarequest FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text])))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: privacy_destruction change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.privacy_destruction FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: reception_receipt change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.reception_receipt FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: reception_reception change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.reception_reception FOR UPDATE TO tiepdan_app USING (((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) AND ((NOT sealed) OR (NOT tiepdan.is_excluded(matter_id)))) OR tiepdan.reads(matter_id))) WITH CHECK ((((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) AND ((NOT sealed) OR (NOT tiepdan.is_excluded(matter_id)))) OR tiepdan.reads(matter_id)) AND ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) AND ((NOT sealed) OR (NOT tiepdan.is_excluded(matter_id)))) OR tiepdan.writes(matter_id))));


--
-- Name: reception_visitor change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.reception_visitor FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE ((r.id = reception_visitor.reception_id) AND ((NOT r.sealed) OR (EXISTS ( SELECT 1
           FROM public.submissions_opening o
          WHERE ((o.matter_id = r.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id))))))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE ((r.id = reception_visitor.reception_id) AND ((NOT r.sealed) OR (EXISTS ( SELECT 1
           FROM public.submissions_opening o
          WHERE ((o.matter_id = r.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id)))))))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = reception_visitor.reception_id)))));


--
-- Name: rosters_allowancerate change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_allowancerate FOR UPDATE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_calendarfeed change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_calendarfeed FOR UPDATE TO tiepdan_app USING ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint)) WITH CHECK ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint));


--
-- Name: rosters_dutyshift change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_dutyshift FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_dutyshift.roster_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_dutyshift.roster_id))) AND (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_dutyshift.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR tiepdan.is_member(member_id) OR tiepdan.leads_shift(roster_id, "on", (shift)::text))));


--
-- Name: rosters_handover change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_handover FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_handover.roster_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_handover.roster_id))) AND false));


--
-- Name: rosters_member change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_member FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_taskforce t
  WHERE (t.id = rosters_member.force_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_taskforce t
  WHERE (t.id = rosters_member.force_id))) AND ((EXISTS ( SELECT 1
   FROM public.rosters_taskforce t
  WHERE ((t.id = rosters_member.force_id) AND ((t.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_roster change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_roster FOR UPDATE TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text)) OR tiepdan.serves(force_id))) WITH CHECK ((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text)) OR tiepdan.serves(force_id)) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_solving change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_solving FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_solving.roster_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_solving.roster_id))) AND ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_solving.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_swap change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_swap FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE (d.id = rosters_swap.duty_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE (d.id = rosters_swap.duty_id))) AND (((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE ((d.id = rosters_swap.duty_id) AND ((d.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE (d.id = rosters_swap.duty_id))) AND (tiepdan.has_duty(duty_id) OR tiepdan.is_member(other_id))))));


--
-- Name: rosters_taskforce change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_taskforce FOR UPDATE TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text)) OR tiepdan.serves(id))) WITH CHECK ((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text)) OR tiepdan.serves(id)) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_wish change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.rosters_wish FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_wish.roster_id)))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_wish.roster_id))) AND (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_wish.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR (tiepdan.is_member(member_id) AND (EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_wish.roster_id)))))));


--
-- Name: routing_proposal change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.routing_proposal FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: routing_transfer change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.routing_transfer FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: situation_expected change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.situation_expected FOR UPDATE TO tiepdan_app USING ((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((series_path)::text = current_setting('tiepdan.path'::text, true))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((series_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((series_path)::text < current_setting('tiepdan.hi'::text, true))))) WITH CHECK (((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((series_path)::text = current_setting('tiepdan.path'::text, true))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((series_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((series_path)::text < current_setting('tiepdan.hi'::text, true)))) AND (((series_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: situation_reportseries change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.situation_reportseries FOR UPDATE TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR ((tiepdan.was_sent(id) OR tiepdan.was_asked(id) OR tiepdan.answers_here(under_id)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))))) WITH CHECK ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: situation_situationreport change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.situation_situationreport FOR UPDATE TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR ((sent_at IS NOT NULL) AND ((receiver_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))))) WITH CHECK ((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR ((sent_at IS NOT NULL) AND ((receiver_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: submissions_attachment change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.submissions_attachment FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: submissions_opening change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.submissions_opening FOR UPDATE TO tiepdan_app USING ((tiepdan.reads(matter_id) AND ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR (current_setting('tiepdan.role'::text, true) = 'head'::text)))) WITH CHECK ((tiepdan.reads(matter_id) AND ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR (current_setting('tiepdan.role'::text, true) = 'head'::text))));


--
-- Name: submissions_party change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.submissions_party FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: submissions_sealedidentity change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.submissions_sealedidentity FOR UPDATE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.submissions_opening o
  WHERE ((o.matter_id = submissions_sealedidentity.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM public.submissions_opening o
  WHERE ((o.matter_id = submissions_sealedidentity.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id)))) AND tiepdan.writes(matter_id)));


--
-- Name: submissions_submission change; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY change ON public.submissions_submission FOR UPDATE TO tiepdan_app USING (tiepdan.reads(matter_id)) WITH CHECK ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: documents_delivery; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_delivery ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_formtemplate; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_formtemplate ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_paper; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_paper ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_personalletter; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_personalletter ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_register; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_register ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_registernumber; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_registernumber ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_signedcopy; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_signedcopy ENABLE ROW LEVEL SECURITY;

--
-- Name: documents_trustedcertificate; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.documents_trustedcertificate ENABLE ROW LEVEL SECURITY;

--
-- Name: duplicates_link; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.duplicates_link ENABLE ROW LEVEL SECURITY;

--
-- Name: duplicates_sketch; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.duplicates_sketch ENABLE ROW LEVEL SECURITY;

--
-- Name: imports_importitem; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.imports_importitem ENABLE ROW LEVEL SECURITY;

--
-- Name: imports_importrun; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.imports_importrun ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_callout; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_callout ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_contact; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_contact ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_homenotice; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_homenotice ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_incident; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_incident ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_incidentmatter; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_incidentmatter ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_logline; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_logline ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_office; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_office ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_situation; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.incidents_situation ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_assignment; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_assignment ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_clock; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_clock ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_clockmove; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_clockmove ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_exclusion; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_exclusion ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_handover; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_handover ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_handoverpart; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_handoverpart ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_matter; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_matter ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_move; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_move ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_notice; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_notice ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_participation; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_participation ENABLE ROW LEVEL SECURITY;

--
-- Name: matters_savedfilter; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.matters_savedfilter ENABLE ROW LEVEL SECURITY;

--
-- Name: online_onlinebreak; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.online_onlinebreak ENABLE ROW LEVEL SECURITY;

--
-- Name: online_onlinepoint; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.online_onlinepoint ENABLE ROW LEVEL SECURITY;

--
-- Name: online_onlinesession; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.online_onlinesession ENABLE ROW LEVEL SECURITY;

--
-- Name: pages_portalpage; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.pages_portalpage ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_bookable; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_bookable ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_booking; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_booking ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_enforcementflag; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_enforcementflag ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_eventwindow; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_eventwindow ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_evidence; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_evidence ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_obstacle; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_obstacle ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_plan; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_plan ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_planbody; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_planbody ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_plandocument; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_plandocument ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_plandraft; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_plandraft ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_planversion; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_planversion ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_progress; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_progress ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_readingprogress; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_readingprogress ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_registerentry; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_registerentry ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_report; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_report ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_reportduty; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_reportduty ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_reviewcampaign; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_reviewcampaign ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_reviewedcase; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_reviewedcase ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_task; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_task ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_taskagency; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_taskagency ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_taskdeadline; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_taskdeadline ENABLE ROW LEVEL SECURITY;

--
-- Name: plans_taskurging; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.plans_taskurging ENABLE ROW LEVEL SECURITY;

--
-- Name: privacy_breach; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.privacy_breach ENABLE ROW LEVEL SECURITY;

--
-- Name: privacy_datarequest; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.privacy_datarequest ENABLE ROW LEVEL SECURITY;

--
-- Name: privacy_destruction; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.privacy_destruction ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_appointment reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.agenda_appointment TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: agenda_followup reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.agenda_followup TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: agenda_queueticket reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.agenda_queueticket TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: agenda_receptionhours reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.agenda_receptionhours TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: agenda_receptionsession reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.agenda_receptionsession TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: agenda_sessionmove reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.agenda_sessionmove TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: agenda_sessionvisit reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.agenda_sessionvisit TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: audit_entry reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.audit_entry TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_case reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_case TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_courtfile reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_courtfile TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_evidence reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_evidence TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_extension reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_extension TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_finding reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_finding TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_link reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_link TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_mandate reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_mandate TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_note reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_note TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_obligation reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_obligation TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_protection reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_protection TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_protectiondetail reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_protectiondetail TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_publication reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_publication TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_review reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_review TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_session reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_session TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_step reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_step TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_suspension reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_suspension TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_teammember reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_teammember TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: cases_urging reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.cases_urging TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_delivery reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_delivery TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_formtemplate reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_formtemplate TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_paper reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_paper TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_personalletter reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_personalletter TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_register reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_register TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_registernumber reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_registernumber TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_signedcopy reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_signedcopy TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: documents_trustedcertificate reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.documents_trustedcertificate TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: duplicates_link reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.duplicates_link TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: duplicates_sketch reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.duplicates_sketch TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: imports_importitem reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.imports_importitem TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: imports_importrun reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.imports_importrun TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_callout reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_callout TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_contact reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_contact TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_homenotice reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_homenotice TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_incident reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_incident TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_incidentmatter reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_incidentmatter TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_logline reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_logline TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_office reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_office TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: incidents_situation reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.incidents_situation TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_assignment reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_assignment TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_clock reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_clock TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_clockmove reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_clockmove TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_exclusion reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_exclusion TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_handover reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_handover TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_handoverpart reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_handoverpart TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_matter reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_matter TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_move reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_move TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_notice reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_notice TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_participation reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_participation TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: matters_savedfilter reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.matters_savedfilter TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: online_onlinebreak reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.online_onlinebreak TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: online_onlinepoint reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.online_onlinepoint TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: online_onlinesession reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.online_onlinesession TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: pages_portalpage reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.pages_portalpage TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_bookable reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_bookable TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_booking reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_booking TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_enforcementflag reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_enforcementflag TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_eventwindow reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_eventwindow TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_evidence reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_evidence TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_obstacle reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_obstacle TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_plan reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_plan TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_planbody reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_planbody TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_plandocument reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_plandocument TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_plandraft reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_plandraft TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_planversion reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_planversion TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_progress reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_progress TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_readingprogress reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_readingprogress TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_registerentry reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_registerentry TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_report reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_report TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_reportduty reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_reportduty TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_reviewcampaign reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_reviewcampaign TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_reviewedcase reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_reviewedcase TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_task reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_task TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_taskagency reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_taskagency TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_taskdeadline reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_taskdeadline TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: plans_taskurging reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.plans_taskurging TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: privacy_breach reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.privacy_breach TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: privacy_datarequest reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.privacy_datarequest TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: privacy_destruction reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.privacy_destruction TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: reception_receipt reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.reception_receipt TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: reception_reception reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.reception_reception TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: reception_visitor reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.reception_visitor TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_allowancerate reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_allowancerate TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_calendarfeed reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_calendarfeed TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_dutyshift reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_dutyshift TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_handover reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_handover TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_member reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_member TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_roster reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_roster TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_solving reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_solving TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_swap reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_swap TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_taskforce reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_taskforce TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: rosters_wish reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.rosters_wish TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: routing_proposal reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.routing_proposal TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: routing_transfer reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.routing_transfer TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: situation_expected reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.situation_expected TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: situation_reportseries reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.situation_reportseries TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: situation_situationreport reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.situation_situationreport TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: submissions_attachment reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.submissions_attachment TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: submissions_opening reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.submissions_opening TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: submissions_party reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.submissions_party TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: submissions_sealedidentity reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.submissions_sealedidentity TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: submissions_searchtext reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.submissions_searchtext TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: submissions_submission reader; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY reader ON public.submissions_submission TO tiepdan_reader USING (true) WITH CHECK (true);


--
-- Name: reception_receipt; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.reception_receipt ENABLE ROW LEVEL SECURITY;

--
-- Name: reception_reception; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.reception_reception ENABLE ROW LEVEL SECURITY;

--
-- Name: reception_visitor; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.reception_visitor ENABLE ROW LEVEL SECURITY;

--
-- Name: incidents_contact remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.incidents_contact FOR DELETE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_situation s
  WHERE (s.id = incidents_contact.situation_id))));


--
-- Name: matters_savedfilter remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.matters_savedfilter FOR DELETE TO tiepdan_app USING ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint));


--
-- Name: plans_planbody remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.plans_planbody FOR DELETE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planbody.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true)))))));


--
-- Name: plans_plandocument remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.plans_plandocument FOR DELETE TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: plans_plandraft remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.plans_plandraft FOR DELETE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_planversion remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.plans_planversion FOR DELETE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.id = plans_planversion.plan_id))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planversion.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true))))))));


--
-- Name: plans_readingprogress remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.plans_readingprogress FOR DELETE TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.plans_plandocument d
  WHERE (d.id = plans_readingprogress.plan_id))));


--
-- Name: plans_task remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.plans_task FOR DELETE TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_taskagency a
  WHERE (a.task_id = plans_task.id)))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: plans_taskdeadline remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.plans_taskdeadline FOR DELETE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.plans_task t
  WHERE (t.id = plans_taskdeadline.task_id))) AND ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_task t
  WHERE ((t.id = plans_taskdeadline.task_id) AND ((t.agency_path)::text = current_setting('tiepdan.path'::text, true))))))));


--
-- Name: rosters_dutyshift remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.rosters_dutyshift FOR DELETE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_dutyshift.roster_id))) AND ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_dutyshift.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_solving remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.rosters_solving FOR DELETE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_solving.roster_id))) AND ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_solving.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_swap remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.rosters_swap FOR DELETE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE (d.id = rosters_swap.duty_id))) AND ((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE ((d.id = rosters_swap.duty_id) AND ((d.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: rosters_wish remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.rosters_wish FOR DELETE TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_wish.roster_id))) AND (((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE ((r.id = rosters_wish.roster_id) AND ((r.agency_path)::text = current_setting('tiepdan.path'::text, true))))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR (tiepdan.is_member(member_id) AND (EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_wish.roster_id)))))));


--
-- Name: submissions_attachment remove; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY remove ON public.submissions_attachment FOR DELETE TO tiepdan_app USING ((tiepdan.reads(matter_id) AND tiepdan.writes(matter_id)));


--
-- Name: rosters_allowancerate; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_allowancerate ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_calendarfeed; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_calendarfeed ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_dutyshift; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_dutyshift ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_handover; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_handover ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_member; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_member ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_roster; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_roster ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_solving; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_solving ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_swap; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_swap ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_taskforce; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_taskforce ENABLE ROW LEVEL SECURITY;

--
-- Name: rosters_wish; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.rosters_wish ENABLE ROW LEVEL SECURITY;

--
-- Name: routing_proposal; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.routing_proposal ENABLE ROW LEVEL SECURITY;

--
-- Name: routing_transfer; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.routing_transfer ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_appointment see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.agenda_appointment FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text]))));


--
-- Name: agenda_followup see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.agenda_followup FOR SELECT TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_followup.session_id))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_followup.visit_id)))));


--
-- Name: agenda_queueticket see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.agenda_queueticket FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text]))));


--
-- Name: agenda_receptionhours see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.agenda_receptionhours FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'none'::text, 'service'::text]))));


--
-- Name: agenda_receptionsession see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.agenda_receptionsession FOR SELECT TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'assigned'::text, 'none'::text, 'service'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR tiepdan.owes_of_session(id)));


--
-- Name: agenda_sessionmove see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.agenda_sessionmove FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_sessionmove.session_id))));


--
-- Name: agenda_sessionvisit see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.agenda_sessionvisit FOR SELECT TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.agenda_receptionsession s
  WHERE (s.id = agenda_sessionvisit.session_id))) AND (EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE (r.id = agenda_sessionvisit.visit_id)))));


--
-- Name: audit_entry see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.audit_entry FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) OR ((matter_id IS NULL) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'administrator'::text, 'oversight'::text])))));


--
-- Name: cases_case see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_case FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_courtfile see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_courtfile FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_evidence see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_evidence FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_extension see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_extension FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_finding see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_finding FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_link see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_link FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_mandate see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_mandate FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_note see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_note FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text)));


--
-- Name: cases_obligation see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_obligation FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_protection see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_protection FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_protectiondetail see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_protectiondetail FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.submissions_opening o
  WHERE ((o.matter_id = cases_protectiondetail.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id)))));


--
-- Name: cases_publication see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_publication FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_review see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_review FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_session see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_session FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_step see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_step FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_suspension see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_suspension FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_teammember see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_teammember FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: cases_urging see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.cases_urging FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) OR (EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE (line.matter_id = cases_urging.matter_id)))));


--
-- Name: documents_delivery see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_delivery FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE (p.id = documents_delivery.paper_id))));


--
-- Name: documents_formtemplate see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_formtemplate FOR SELECT TO tiepdan_app USING (starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text));


--
-- Name: documents_paper see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_paper FOR SELECT TO tiepdan_app USING (((tiepdan.reads(matter_id) OR ((matter_id IS NULL) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])))) AND (((status)::text <> ALL ((ARRAY['draft'::character varying, 'submitted'::character varying, 'reviewed'::character varying, 'approved'::character varying])::text[])) OR ((agency_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: documents_personalletter see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_personalletter FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: documents_register see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_register FOR SELECT TO tiepdan_app USING ((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text]))));


--
-- Name: documents_registernumber see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_registernumber FOR SELECT TO tiepdan_app USING (((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text, 'assigned'::text])) AND ((matter_id IS NULL) OR ((current_setting('tiepdan.sight'::text, true) <> 'assigned'::text) AND (NOT tiepdan.is_kept_out(matter_id))))) OR tiepdan.reads(matter_id)));


--
-- Name: documents_signedcopy see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_signedcopy FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) OR ((matter_id IS NULL) AND (EXISTS ( SELECT 1
   FROM public.documents_paper p
  WHERE ((p.id = documents_signedcopy.paper_id) AND (p.matter_id IS NULL)))))));


--
-- Name: documents_trustedcertificate see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.documents_trustedcertificate FOR SELECT TO tiepdan_app USING (starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text));


--
-- Name: duplicates_link see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.duplicates_link FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: imports_importitem see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.imports_importitem FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: imports_importrun see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.imports_importrun FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: incidents_callout see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_callout FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_callout.incident_id))));


--
-- Name: incidents_contact see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_contact FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_situation s
  WHERE (s.id = incidents_contact.situation_id))));


--
-- Name: incidents_homenotice see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_homenotice FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_homenotice.incident_id))));


--
-- Name: incidents_incident see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_incident FOR SELECT TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (leader_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR tiepdan.concerns(id)));


--
-- Name: incidents_incidentmatter see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_incidentmatter FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: incidents_logline see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_logline FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_incident i
  WHERE (i.id = incidents_logline.incident_id))));


--
-- Name: incidents_office see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_office FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'head'::text, 'deputy'::text, 'coordinator'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: incidents_situation see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.incidents_situation FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.incidents_office o
  WHERE (o.id = incidents_situation.office_id))));


--
-- Name: matters_assignment see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_assignment FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: matters_clock see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_clock FOR SELECT TO tiepdan_app USING (((EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE ((line.matter_id = matters_clock.matter_id) AND (line.agency_id = matters_clock.agency_id)))) OR ((current_setting('tiepdan.sight'::text, true) = 'portal'::text) AND (matter_id = (NULLIF(current_setting('tiepdan.matter'::text, true), ''::text))::bigint))));


--
-- Name: matters_clockmove see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_clockmove FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: matters_exclusion see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_exclusion FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: matters_handover see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_handover FOR SELECT TO tiepdan_app USING ((((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['administrator'::text, 'head'::text, 'deputy'::text, 'system'::text])) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.matters_handoverpart p
  WHERE (p.handover_id = matters_handover.id)))));


--
-- Name: matters_handoverpart see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_handoverpart FOR SELECT TO tiepdan_app USING ((((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['administrator'::text, 'head'::text, 'deputy'::text, 'system'::text])) AND (current_setting('tiepdan.path'::text, true) <> ''::text) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true))) OR ((current_setting('tiepdan.role'::text, true) <> ''::text) AND ((successor_path)::text = current_setting('tiepdan.path'::text, true)))));


--
-- Name: matters_matter see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_matter FOR SELECT TO tiepdan_app USING (tiepdan.reads(id));


--
-- Name: matters_move see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_move FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.matters_participation line
  WHERE (line.matter_id = matters_move.matter_id))));


--
-- Name: matters_notice see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_notice FOR SELECT TO tiepdan_app USING ((((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR ((user_id IS NULL) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND ((role)::text = current_setting('tiepdan.role'::text, true)))) AND (NOT tiepdan.is_kept_out(matter_id))));


--
-- Name: matters_participation see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_participation FOR SELECT TO tiepdan_app USING (((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (NOT (sealed AND tiepdan.is_excluded(matter_id))) AND ((current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) OR ((current_setting('tiepdan.sight'::text, true) = 'assigned'::text) AND tiepdan.is_assigned(matter_id)))) OR ((current_setting('tiepdan.sight'::text, true) = 'portal'::text) AND (matter_id = (NULLIF(current_setting('tiepdan.matter'::text, true), ''::text))::bigint))));


--
-- Name: matters_savedfilter see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.matters_savedfilter FOR SELECT TO tiepdan_app USING ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint));


--
-- Name: online_onlinebreak see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.online_onlinebreak FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: online_onlinepoint see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.online_onlinepoint FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) OR (((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (NOT tiepdan.is_kept_out(matter_id)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'service'::text])))));


--
-- Name: online_onlinesession see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.online_onlinesession FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: pages_portalpage see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.pages_portalpage FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = 'office'::text) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'processing_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: plans_bookable see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_bookable FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_booking see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_booking FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_enforcementflag see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_enforcementflag FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text)));


--
-- Name: plans_eventwindow see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_eventwindow FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (starts_with(current_setting('tiepdan.path'::text, true), (agency_path)::text) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.window_id = plans_eventwindow.id))))));


--
-- Name: plans_evidence see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_evidence FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: plans_obstacle see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_obstacle FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: plans_plan see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_plan FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((above_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_taskagency a
  WHERE (a.plan_id = plans_plan.id))) OR (EXISTS ( SELECT 1
   FROM public.plans_report r
  WHERE (r.plan_id = plans_plan.id))))));


--
-- Name: plans_planbody see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_planbody FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE ((p.id = plans_planbody.plan_id) AND ((p.agency_path)::text = current_setting('tiepdan.path'::text, true)))))));


--
-- Name: plans_plandocument see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_plandocument FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text]))));


--
-- Name: plans_plandraft see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_plandraft FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'processing_officer'::text, 'records_clerk'::text, 'system'::text])) AND ((agency_path)::text = current_setting('tiepdan.path'::text, true))));


--
-- Name: plans_planversion see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_planversion FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.plans_plan p
  WHERE (p.id = plans_planversion.plan_id))));


--
-- Name: plans_progress see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_progress FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: plans_readingprogress see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_readingprogress FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.plans_plandocument d
  WHERE (d.id = plans_readingprogress.plan_id))));


--
-- Name: plans_registerentry see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_registerentry FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: plans_report see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_report FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: plans_reportduty see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_reportduty FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((via_path)::text = current_setting('tiepdan.path'::text, true)) OR ((to_path)::text = current_setting('tiepdan.path'::text, true)) OR (EXISTS ( SELECT 1
   FROM public.plans_report r
  WHERE (r.duty_id = plans_reportduty.id))))));


--
-- Name: plans_reviewcampaign see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_reviewcampaign FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: plans_reviewedcase see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_reviewedcase FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) AND (current_setting('tiepdan.sight'::text, true) <> 'portal'::text)));


--
-- Name: plans_task see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_task FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR (EXISTS ( SELECT 1
   FROM public.plans_taskagency a
  WHERE (a.task_id = plans_task.id))))));


--
-- Name: plans_taskagency see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_taskagency FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: plans_taskdeadline see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_taskdeadline FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.plans_task t
  WHERE (t.id = plans_taskdeadline.task_id))));


--
-- Name: plans_taskurging see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.plans_taskurging FOR SELECT TO tiepdan_app USING (((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'oversight'::text, 'processing_officer'::text, 'reception_officer'::text, 'handler'::text, 'records_clerk'::text, 'system'::text])) AND (((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((coordinator_path)::text = current_setting('tiepdan.path'::text, true)) OR ((from_path)::text = current_setting('tiepdan.path'::text, true)) OR ((current_setting('tiepdan.role'::text, true) = ANY (ARRAY['head'::text, 'deputy'::text, 'coordinator'::text])) AND starts_with((agency_path)::text, current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.path'::text, true) <> ''::text)) OR ((current_setting('tiepdan.role'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))))));


--
-- Name: privacy_breach see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.privacy_breach FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: privacy_datarequest see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.privacy_datarequest FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['reception_officer'::text, 'records_clerk'::text, 'head'::text, 'deputy'::text]))));


--
-- Name: privacy_destruction see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.privacy_destruction FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: reception_receipt see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.reception_receipt FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: reception_reception see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.reception_reception FOR SELECT TO tiepdan_app USING (((((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true)) AND (current_setting('tiepdan.sight'::text, true) = ANY (ARRAY['office'::text, 'oversight'::text, 'service'::text])) AND ((NOT sealed) OR (NOT tiepdan.is_excluded(matter_id)))) OR tiepdan.reads(matter_id) OR tiepdan.owes_of_visit(id)));


--
-- Name: reception_visitor see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.reception_visitor FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.reception_reception r
  WHERE ((r.id = reception_visitor.reception_id) AND ((NOT r.sealed) OR (EXISTS ( SELECT 1
           FROM public.submissions_opening o
          WHERE ((o.matter_id = r.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id)))))))));


--
-- Name: rosters_allowancerate see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_allowancerate FOR SELECT TO tiepdan_app USING ((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text)));


--
-- Name: rosters_calendarfeed see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_calendarfeed FOR SELECT TO tiepdan_app USING ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint));


--
-- Name: rosters_dutyshift see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_dutyshift FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_dutyshift.roster_id))));


--
-- Name: rosters_handover see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_handover FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_handover.roster_id))));


--
-- Name: rosters_member see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_member FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_taskforce t
  WHERE (t.id = rosters_member.force_id))));


--
-- Name: rosters_roster see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_roster FOR SELECT TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text)) OR tiepdan.serves(force_id)));


--
-- Name: rosters_solving see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_solving FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_solving.roster_id))));


--
-- Name: rosters_swap see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_swap FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_dutyshift d
  WHERE (d.id = rosters_swap.duty_id))));


--
-- Name: rosters_taskforce see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_taskforce FOR SELECT TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) <> 'client'::text)) OR tiepdan.serves(id)));


--
-- Name: rosters_wish see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.rosters_wish FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.rosters_roster r
  WHERE (r.id = rosters_wish.roster_id))));


--
-- Name: routing_proposal see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.routing_proposal FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: routing_transfer see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.routing_transfer FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: situation_expected see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.situation_expected FOR SELECT TO tiepdan_app USING ((((((agency_path)::text = current_setting('tiepdan.path'::text, true)) OR ((series_path)::text = current_setting('tiepdan.path'::text, true))) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((series_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((series_path)::text < current_setting('tiepdan.hi'::text, true)))));


--
-- Name: situation_reportseries see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.situation_reportseries FOR SELECT TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR ((tiepdan.was_sent(id) OR tiepdan.was_asked(id) OR tiepdan.answers_here(under_id)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: situation_situationreport see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.situation_situationreport FOR SELECT TO tiepdan_app USING (((((agency_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text]))) OR ((current_setting('tiepdan.sight'::text, true) = 'oversight'::text) AND ((agency_path)::text >= current_setting('tiepdan.lo'::text, true)) AND ((agency_path)::text < current_setting('tiepdan.hi'::text, true))) OR ((sent_at IS NOT NULL) AND ((receiver_path)::text = current_setting('tiepdan.path'::text, true)) AND (current_setting('tiepdan.role'::text, true) = ANY (ARRAY['coordinator'::text, 'head'::text, 'deputy'::text, 'records_clerk'::text, 'system'::text])))));


--
-- Name: submissions_attachment see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.submissions_attachment FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: submissions_opening see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.submissions_opening FOR SELECT TO tiepdan_app USING ((tiepdan.reads(matter_id) AND ((user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) OR (current_setting('tiepdan.role'::text, true) = 'head'::text))));


--
-- Name: submissions_party see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.submissions_party FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: submissions_sealedidentity see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.submissions_sealedidentity FOR SELECT TO tiepdan_app USING ((EXISTS ( SELECT 1
   FROM public.submissions_opening o
  WHERE ((o.matter_id = submissions_sealedidentity.matter_id) AND (o.user_id = (NULLIF(current_setting('tiepdan.user'::text, true), ''::text))::bigint) AND ((o.status)::text = ANY ((ARRAY['granted'::character varying, 'used'::character varying])::text[])) AND (o.ends_at > now()) AND tiepdan.is_assigned(o.matter_id)))));


--
-- Name: submissions_submission see; Type: POLICY; Schema: public; Owner: tiepdan_owner
--

CREATE POLICY see ON public.submissions_submission FOR SELECT TO tiepdan_app USING (tiepdan.reads(matter_id));


--
-- Name: situation_expected; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.situation_expected ENABLE ROW LEVEL SECURITY;

--
-- Name: situation_reportseries; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.situation_reportseries ENABLE ROW LEVEL SECURITY;

--
-- Name: situation_situationreport; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.situation_situationreport ENABLE ROW LEVEL SECURITY;

--
-- Name: submissions_attachment; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_attachment ENABLE ROW LEVEL SECURITY;

--
-- Name: submissions_opening; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_opening ENABLE ROW LEVEL SECURITY;

--
-- Name: submissions_party; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_party ENABLE ROW LEVEL SECURITY;

--
-- Name: submissions_sealedidentity; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_sealedidentity ENABLE ROW LEVEL SECURITY;

--
-- Name: submissions_searchtext; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_searchtext ENABLE ROW LEVEL SECURITY;

--
-- Name: submissions_submission; Type: ROW SECURITY; Schema: public; Owner: tiepdan_owner
--

ALTER TABLE public.submissions_submission ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: tiepdan_owner
--

GRANT USAGE ON SCHEMA public TO tiepdan_app;
GRANT USAGE ON SCHEMA public TO tiepdan_reader;


--
-- Name: SCHEMA tiepdan; Type: ACL; Schema: -; Owner: tiepdan_owner
--

GRANT ALL ON SCHEMA tiepdan TO tiepdan_reader;
GRANT USAGE ON SCHEMA tiepdan TO tiepdan_app;


--
-- Name: TABLE procrastinate_jobs; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO tiepdan_app;


--
-- Name: FUNCTION answers_here(p_under bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.answers_here(p_under bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.answers_here(p_under bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.answers_here(p_under bigint) TO tiepdan_owner;


--
-- Name: FUNCTION board(p_lo text, p_hi text, p_on date, p_soon date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date) TO tiepdan_owner;


--
-- Name: FUNCTION board(p_lo text, p_hi text, p_on date, p_soon date, p_large integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date, p_large integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date, p_large integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.board(p_lo text, p_hi text, p_on date, p_soon date, p_large integer) TO tiepdan_owner;


--
-- Name: FUNCTION board_of_handlers(p_on date, p_soon date, p_large integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.board_of_handlers(p_on date, p_soon date, p_large integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.board_of_handlers(p_on date, p_soon date, p_large integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.board_of_handlers(p_on date, p_soon date, p_large integer) TO tiepdan_owner;


--
-- Name: FUNCTION book_slot(p_agency bigint, p_session text, p_on date, p_slot time without time zone, p_people integer, p_code text, p_pin bytea, p_at timestamp with time zone); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.book_slot(p_agency bigint, p_session text, p_on date, p_slot time without time zone, p_people integer, p_code text, p_pin bytea, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.book_slot(p_agency bigint, p_session text, p_on date, p_slot time without time zone, p_people integer, p_code text, p_pin bytea, p_at timestamp with time zone) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.book_slot(p_agency bigint, p_session text, p_on date, p_slot time without time zone, p_people integer, p_code text, p_pin bytea, p_at timestamp with time zone) TO tiepdan_owner;


--
-- Name: FUNCTION cancel_slot(p_code text, p_pin bytea); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.cancel_slot(p_code text, p_pin bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.cancel_slot(p_code text, p_pin bytea) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.cancel_slot(p_code text, p_pin bytea) TO tiepdan_owner;


--
-- Name: FUNCTION chain_of(p_submission bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.chain_of(p_submission bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.chain_of(p_submission bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.chain_of(p_submission bigint) TO tiepdan_owner;


--
-- Name: FUNCTION clock_across(p_case bigint, p_agency bigint, p_rule text, p_version date, p_starts date, p_due date, p_rolled date, p_explanation jsonb); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.clock_across(p_case bigint, p_agency bigint, p_rule text, p_version date, p_starts date, p_due date, p_rolled date, p_explanation jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.clock_across(p_case bigint, p_agency bigint, p_rule text, p_version date, p_starts date, p_due date, p_rolled date, p_explanation jsonb) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.clock_across(p_case bigint, p_agency bigint, p_rule text, p_version date, p_starts date, p_due date, p_rolled date, p_explanation jsonb) TO tiepdan_owner;


--
-- Name: FUNCTION close_office(p_handover bigint, p_at timestamp with time zone, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.close_office(p_handover bigint, p_at timestamp with time zone, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.close_office(p_handover bigint, p_at timestamp with time zone, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.close_office(p_handover bigint, p_at timestamp with time zone, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION common_hashes(); Type: ACL; Schema: tiepdan; Owner: tiepdan_owner
--

REVOKE ALL ON FUNCTION tiepdan.common_hashes() FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.common_hashes() TO tiepdan_reader;


--
-- Name: FUNCTION compare_sketches(p_submission bigint, p_earlier bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.compare_sketches(p_submission bigint, p_earlier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.compare_sketches(p_submission bigint, p_earlier bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.compare_sketches(p_submission bigint, p_earlier bigint) TO tiepdan_owner;


--
-- Name: FUNCTION concerns(p_incident bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.concerns(p_incident bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.concerns(p_incident bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.concerns(p_incident bigint) TO tiepdan_owner;


--
-- Name: FUNCTION destroy_case(p_case bigint, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.destroy_case(p_case bigint, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.destroy_case(p_case bigint, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.destroy_case(p_case bigint, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION destroy_submission(p_submission bigint, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.destroy_submission(p_submission bigint, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.destroy_submission(p_submission bigint, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.destroy_submission(p_submission bigint, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION duty_feed(p_hash text, p_from timestamp with time zone, p_until timestamp with time zone); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.duty_feed(p_hash text, p_from timestamp with time zone, p_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.duty_feed(p_hash text, p_from timestamp with time zone, p_until timestamp with time zone) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.duty_feed(p_hash text, p_from timestamp with time zone, p_until timestamp with time zone) TO tiepdan_owner;


--
-- Name: FUNCTION end_drafts_elsewhere(p_matter bigint, p_agency bigint, p_of text[], p_keep text[], p_letters boolean, p_blank boolean, p_reason text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.end_drafts_elsewhere(p_matter bigint, p_agency bigint, p_of text[], p_keep text[], p_letters boolean, p_blank boolean, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.end_drafts_elsewhere(p_matter bigint, p_agency bigint, p_of text[], p_keep text[], p_letters boolean, p_blank boolean, p_reason text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.end_drafts_elsewhere(p_matter bigint, p_agency bigint, p_of text[], p_keep text[], p_letters boolean, p_blank boolean, p_reason text) TO tiepdan_owner;


--
-- Name: FUNCTION enter(p_user bigint, p_post bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.enter(p_user bigint, p_post bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.enter(p_user bigint, p_post bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.enter(p_user bigint, p_post bigint) TO tiepdan_owner;


--
-- Name: FUNCTION enter_client(p_client bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.enter_client(p_client bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.enter_client(p_client bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.enter_client(p_client bigint) TO tiepdan_owner;


--
-- Name: FUNCTION enter_portal(p_matter bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.enter_portal(p_matter bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.enter_portal(p_matter bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.enter_portal(p_matter bigint) TO tiepdan_owner;


--
-- Name: FUNCTION enter_service(p_agency bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.enter_service(p_agency bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.enter_service(p_agency bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.enter_service(p_agency bigint) TO tiepdan_owner;


--
-- Name: FUNCTION feed_known(p_hash text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.feed_known(p_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.feed_known(p_hash text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.feed_known(p_hash text) TO tiepdan_owner;


--
-- Name: FUNCTION figures_of(p_agency bigint, p_from date, p_until date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.figures_of(p_agency bigint, p_from date, p_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.figures_of(p_agency bigint, p_from date, p_until date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.figures_of(p_agency bigint, p_from date, p_until date) TO tiepdan_owner;


--
-- Name: FUNCTION file_is_used(p_file bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.file_is_used(p_file bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.file_is_used(p_file bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.file_is_used(p_file bigint) TO tiepdan_owner;


--
-- Name: FUNCTION find_appointment(p_code text, p_pin bytea); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.find_appointment(p_code text, p_pin bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.find_appointment(p_code text, p_pin bytea) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.find_appointment(p_code text, p_pin bytea) TO tiepdan_owner;


--
-- Name: FUNCTION find_newest_words(p_query tsquery, p_limit integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.find_newest_words(p_query tsquery, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.find_newest_words(p_query tsquery, p_limit integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.find_newest_words(p_query tsquery, p_limit integer) TO tiepdan_owner;


--
-- Name: FUNCTION find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[], p_skip bigint, p_limit integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[], p_skip bigint, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[], p_skip bigint, p_limit integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.find_repeats(p_hashes integer[], p_size integer, p_attacked integer, p_authors bytea[], p_skip bigint, p_limit integer) TO tiepdan_owner;


--
-- Name: FUNCTION find_words(p_query tsquery, p_limit integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.find_words(p_query tsquery, p_limit integer) TO tiepdan_owner;


--
-- Name: FUNCTION follows(p_agency bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.follows(p_agency bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.follows(p_agency bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.follows(p_agency bigint) TO tiepdan_owner;


--
-- Name: FUNCTION former_numbers(p_agency bigint, p_book text, p_from date, p_until date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.former_numbers(p_agency bigint, p_book text, p_from date, p_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.former_numbers(p_agency bigint, p_book text, p_from date, p_until date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.former_numbers(p_agency bigint, p_book text, p_from date, p_until date) TO tiepdan_owner;


--
-- Name: FUNCTION has_duty(p_duty bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.has_duty(p_duty bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.has_duty(p_duty bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.has_duty(p_duty bigint) TO tiepdan_owner;


--
-- Name: FUNCTION holds_of_case(p_case bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.holds_of_case(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.holds_of_case(p_case bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.holds_of_case(p_case bigint) TO tiepdan_owner;


--
-- Name: FUNCTION index_words(p_matter bigint, p_words text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.index_words(p_matter bigint, p_words text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.index_words(p_matter bigint, p_words text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.index_words(p_matter bigint, p_words text) TO tiepdan_owner;


--
-- Name: FUNCTION is_assigned(p_matter bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.is_assigned(p_matter bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.is_assigned(p_matter bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.is_assigned(p_matter bigint) TO tiepdan_owner;


--
-- Name: FUNCTION is_excluded(p_matter bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.is_excluded(p_matter bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.is_excluded(p_matter bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.is_excluded(p_matter bigint) TO tiepdan_owner;


--
-- Name: FUNCTION is_kept_out(p_matter bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.is_kept_out(p_matter bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.is_kept_out(p_matter bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.is_kept_out(p_matter bigint) TO tiepdan_owner;


--
-- Name: FUNCTION is_member(p_member bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.is_member(p_member bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.is_member(p_member bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.is_member(p_member bigint) TO tiepdan_owner;


--
-- Name: FUNCTION join_matter(p_matter bigint, p_agency bigint, p_capacity text, p_received date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.join_matter(p_matter bigint, p_agency bigint, p_capacity text, p_received date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.join_matter(p_matter bigint, p_agency bigint, p_capacity text, p_received date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.join_matter(p_matter bigint, p_agency bigint, p_capacity text, p_received date) TO tiepdan_owner;


--
-- Name: FUNCTION leads_shift(p_roster bigint, p_on date, p_shift text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.leads_shift(p_roster bigint, p_on date, p_shift text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.leads_shift(p_roster bigint, p_on date, p_shift text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.leads_shift(p_roster bigint, p_on date, p_shift text) TO tiepdan_owner;


--
-- Name: FUNCTION leave(); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.leave() FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.leave() TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.leave() TO tiepdan_owner;


--
-- Name: FUNCTION linked_cases(p_case bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.linked_cases(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.linked_cases(p_case bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.linked_cases(p_case bigint) TO tiepdan_owner;


--
-- Name: FUNCTION next_number(p_agency bigint, p_path text, p_book text, p_type text, p_year integer, p_kept integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_owner
--

REVOKE ALL ON FUNCTION tiepdan.next_number(p_agency bigint, p_path text, p_book text, p_type text, p_year integer, p_kept integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.next_number(p_agency bigint, p_path text, p_book text, p_type text, p_year integer, p_kept integer) TO tiepdan_app;


--
-- Name: FUNCTION notify(p_agency bigint, p_user bigint, p_role text, p_kind text, p_code text, p_matter bigint, p_at timestamp with time zone); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.notify(p_agency bigint, p_user bigint, p_role text, p_kind text, p_code text, p_matter bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.notify(p_agency bigint, p_user bigint, p_role text, p_kind text, p_code text, p_matter bigint, p_at timestamp with time zone) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.notify(p_agency bigint, p_user bigint, p_role text, p_kind text, p_code text, p_matter bigint, p_at timestamp with time zone) TO tiepdan_owner;


--
-- Name: FUNCTION on_shift(p_roster bigint, p_on date, p_shift text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.on_shift(p_roster bigint, p_on date, p_shift text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.on_shift(p_roster bigint, p_on date, p_shift text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.on_shift(p_roster bigint, p_on date, p_shift text) TO tiepdan_owner;


--
-- Name: FUNCTION online_sessions(p_live text[], p_past boolean, p_most integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.online_sessions(p_live text[], p_past boolean, p_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.online_sessions(p_live text[], p_past boolean, p_most integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.online_sessions(p_live text[], p_past boolean, p_most integer) TO tiepdan_owner;


--
-- Name: FUNCTION open_lines(p_agency bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.open_lines(p_agency bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.open_lines(p_agency bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.open_lines(p_agency bigint) TO tiepdan_owner;


--
-- Name: FUNCTION open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone) TO tiepdan_owner;


--
-- Name: FUNCTION open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone, p_number integer, p_due date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone, p_number integer, p_due date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone, p_number integer, p_due date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.open_matter(p_agency bigint, p_kind text, p_sealed boolean, p_code text, p_title text, p_received date, p_people integer, p_field text, p_at timestamp with time zone, p_number integer, p_due date) TO tiepdan_owner;


--
-- Name: FUNCTION owes_of_session(p_session bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.owes_of_session(p_session bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.owes_of_session(p_session bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.owes_of_session(p_session bigint) TO tiepdan_owner;


--
-- Name: FUNCTION owes_of_visit(p_visit bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.owes_of_visit(p_visit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.owes_of_visit(p_visit bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.owes_of_visit(p_visit bigint) TO tiepdan_owner;


--
-- Name: FUNCTION portal_find(p_code text, p_pin bytea); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.portal_find(p_code text, p_pin bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.portal_find(p_code text, p_pin bytea) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.portal_find(p_code text, p_pin bytea) TO tiepdan_owner;


--
-- Name: FUNCTION public_hours(p_agency bigint, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.public_hours(p_agency bigint, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.public_hours(p_agency bigint, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.public_hours(p_agency bigint, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION public_page(p_code text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.public_page(p_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.public_page(p_code text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.public_page(p_code text) TO tiepdan_owner;


--
-- Name: FUNCTION public_pages(p_agency bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.public_pages(p_agency bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.public_pages(p_agency bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.public_pages(p_agency bigint) TO tiepdan_owner;


--
-- Name: FUNCTION public_queue(p_agency bigint, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.public_queue(p_agency bigint, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.public_queue(p_agency bigint, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.public_queue(p_agency bigint, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION public_sessions(p_agency bigint, p_from date, p_to date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.public_sessions(p_agency bigint, p_from date, p_to date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.public_sessions(p_agency bigint, p_from date, p_to date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.public_sessions(p_agency bigint, p_from date, p_to date) TO tiepdan_owner;


--
-- Name: FUNCTION put_sketch(p_submission bigint, p_hashes integer[], p_size integer, p_attacked integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.put_sketch(p_submission bigint, p_hashes integer[], p_size integer, p_attacked integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.put_sketch(p_submission bigint, p_hashes integer[], p_size integer, p_attacked integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.put_sketch(p_submission bigint, p_hashes integer[], p_size integer, p_attacked integer) TO tiepdan_owner;


--
-- Name: FUNCTION reads(p_matter bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.reads(p_matter bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.reads(p_matter bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.reads(p_matter bigint) TO tiepdan_owner;


--
-- Name: FUNCTION ready_to_receive(p_key text, p_code text, p_parties integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.ready_to_receive(p_key text, p_code text, p_parties integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.ready_to_receive(p_key text, p_code text, p_parties integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.ready_to_receive(p_key text, p_code text, p_parties integer) TO tiepdan_owner;


--
-- Name: FUNCTION record_reply(p_transfer bigint, p_reply text, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.record_reply(p_transfer bigint, p_reply text, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.record_reply(p_transfer bigint, p_reply text, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.record_reply(p_transfer bigint, p_reply text, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION resume_request(p_key text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.resume_request(p_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.resume_request(p_key text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.resume_request(p_key text) TO tiepdan_owner;


--
-- Name: FUNCTION root_matter(p_matter bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.root_matter(p_matter bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.root_matter(p_matter bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.root_matter(p_matter bigint) TO tiepdan_owner;


--
-- Name: FUNCTION seal_lines(p_matter bigint, p_title text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.seal_lines(p_matter bigint, p_title text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.seal_lines(p_matter bigint, p_title text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.seal_lines(p_matter bigint, p_title text) TO tiepdan_owner;


--
-- Name: FUNCTION sent_on(p_limit integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.sent_on(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.sent_on(p_limit integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.sent_on(p_limit integer) TO tiepdan_owner;


--
-- Name: FUNCTION serves(p_force bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.serves(p_force bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.serves(p_force bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.serves(p_force bigint) TO tiepdan_owner;


--
-- Name: FUNCTION succeed(p_handover bigint, p_at timestamp with time zone, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.succeed(p_handover bigint, p_at timestamp with time zone, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.succeed(p_handover bigint, p_at timestamp with time zone, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.succeed(p_handover bigint, p_at timestamp with time zone, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION take_in(p_line jsonb, p_submission jsonb, p_parties jsonb, p_seals jsonb, p_series jsonb, p_clocks jsonb, p_words text, p_entry jsonb); Type: ACL; Schema: tiepdan; Owner: tiepdan_owner
--

REVOKE ALL ON FUNCTION tiepdan.take_in(p_line jsonb, p_submission jsonb, p_parties jsonb, p_seals jsonb, p_series jsonb, p_clocks jsonb, p_words text, p_entry jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.take_in(p_line jsonb, p_submission jsonb, p_parties jsonb, p_seals jsonb, p_series jsonb, p_clocks jsonb, p_words text, p_entry jsonb) TO tiepdan_app;


--
-- Name: FUNCTION take_over(p_case bigint, p_on date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.take_over(p_case bigint, p_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.take_over(p_case bigint, p_on date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.take_over(p_case bigint, p_on date) TO tiepdan_owner;


--
-- Name: FUNCTION taken_slots(p_agency bigint, p_from date, p_to date); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.taken_slots(p_agency bigint, p_from date, p_to date) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.taken_slots(p_agency bigint, p_from date, p_to date) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.taken_slots(p_agency bigint, p_from date, p_to date) TO tiepdan_owner;


--
-- Name: FUNCTION tell_first_settler(p_case bigint, p_at timestamp with time zone); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.tell_first_settler(p_case bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.tell_first_settler(p_case bigint, p_at timestamp with time zone) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.tell_first_settler(p_case bigint, p_at timestamp with time zone) TO tiepdan_owner;


--
-- Name: FUNCTION tell_import(p_run bigint, p_done integer); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.tell_import(p_run bigint, p_done integer) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.tell_import(p_run bigint, p_done integer) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.tell_import(p_run bigint, p_done integer) TO tiepdan_owner;


--
-- Name: FUNCTION tell_lines(p_matter bigint, p_state text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.tell_lines(p_matter bigint, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.tell_lines(p_matter bigint, p_state text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.tell_lines(p_matter bigint, p_state text) TO tiepdan_owner;


--
-- Name: FUNCTION tell_settler(p_case bigint, p_state text); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.tell_settler(p_case bigint, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.tell_settler(p_case bigint, p_state text) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.tell_settler(p_case bigint, p_state text) TO tiepdan_owner;


--
-- Name: FUNCTION was_asked(p_series bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.was_asked(p_series bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.was_asked(p_series bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.was_asked(p_series bigint) TO tiepdan_owner;


--
-- Name: FUNCTION was_sent(p_series bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.was_sent(p_series bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.was_sent(p_series bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.was_sent(p_series bigint) TO tiepdan_owner;


--
-- Name: FUNCTION writes(p_matter bigint); Type: ACL; Schema: tiepdan; Owner: tiepdan_reader
--

REVOKE ALL ON FUNCTION tiepdan.writes(p_matter bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION tiepdan.writes(p_matter bigint) TO tiepdan_app;
GRANT ALL ON FUNCTION tiepdan.writes(p_matter bigint) TO tiepdan_owner;


--
-- Name: TABLE account_emailaddress; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO tiepdan_app;


--
-- Name: SEQUENCE account_emailaddress_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO tiepdan_reader;


--
-- Name: TABLE account_emailconfirmation; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO tiepdan_app;


--
-- Name: SEQUENCE account_emailconfirmation_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO tiepdan_reader;


--
-- Name: TABLE accounts_apiclient; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_apiclient TO tiepdan_app;
GRANT SELECT ON TABLE public.accounts_apiclient TO tiepdan_reader;


--
-- Name: SEQUENCE accounts_apiclient_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_apiclient_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.accounts_apiclient_id_seq TO tiepdan_reader;


--
-- Name: TABLE accounts_firstadministratorcode; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_firstadministratorcode TO tiepdan_app;


--
-- Name: SEQUENCE accounts_firstadministratorcode_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_firstadministratorcode_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.accounts_firstadministratorcode_id_seq TO tiepdan_reader;


--
-- Name: TABLE accounts_post; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_post TO tiepdan_app;
GRANT SELECT ON TABLE public.accounts_post TO tiepdan_reader;


--
-- Name: SEQUENCE accounts_post_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_post_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.accounts_post_id_seq TO tiepdan_reader;


--
-- Name: TABLE accounts_user; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.accounts_user TO tiepdan_app;
GRANT SELECT ON TABLE public.accounts_user TO tiepdan_reader;


--
-- Name: SEQUENCE accounts_user_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.accounts_user_id_seq TO tiepdan_reader;


--
-- Name: TABLE agencies_agency; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_agency TO tiepdan_app;
GRANT SELECT ON TABLE public.agencies_agency TO tiepdan_reader;


--
-- Name: SEQUENCE agencies_agency_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agencies_agency_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_agency_id_seq TO tiepdan_reader;


--
-- Name: TABLE agencies_localrule; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.agencies_localrule TO tiepdan_app;
GRANT SELECT ON TABLE public.agencies_localrule TO tiepdan_reader;


--
-- Name: COLUMN agencies_localrule.withdrawn_at; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(withdrawn_at) ON TABLE public.agencies_localrule TO tiepdan_app;


--
-- Name: SEQUENCE agencies_localrule_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agencies_localrule_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_localrule_id_seq TO tiepdan_reader;


--
-- Name: TABLE agencies_succession; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.agencies_succession TO tiepdan_app;


--
-- Name: SEQUENCE agencies_succession_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agencies_succession_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_succession_id_seq TO tiepdan_reader;


--
-- Name: TABLE agenda_appointment; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_appointment TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_appointment TO tiepdan_reader;


--
-- Name: SEQUENCE agenda_appointment_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agenda_appointment_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agenda_appointment_id_seq TO tiepdan_reader;


--
-- Name: TABLE agenda_followup; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_followup TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_followup TO tiepdan_reader;


--
-- Name: SEQUENCE agenda_followup_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agenda_followup_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agenda_followup_id_seq TO tiepdan_reader;


--
-- Name: TABLE agenda_queueticket; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_queueticket TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_queueticket TO tiepdan_reader;


--
-- Name: SEQUENCE agenda_queueticket_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agenda_queueticket_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agenda_queueticket_id_seq TO tiepdan_reader;


--
-- Name: TABLE agenda_receptionhours; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_receptionhours TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_receptionhours TO tiepdan_reader;


--
-- Name: SEQUENCE agenda_receptionhours_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agenda_receptionhours_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agenda_receptionhours_id_seq TO tiepdan_reader;


--
-- Name: TABLE agenda_receptionsession; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_receptionsession TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_receptionsession TO tiepdan_reader;


--
-- Name: SEQUENCE agenda_receptionsession_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agenda_receptionsession_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agenda_receptionsession_id_seq TO tiepdan_reader;


--
-- Name: TABLE agenda_sessionmove; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_sessionmove TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_sessionmove TO tiepdan_reader;


--
-- Name: SEQUENCE agenda_sessionmove_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agenda_sessionmove_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agenda_sessionmove_id_seq TO tiepdan_reader;


--
-- Name: TABLE agenda_sessionvisit; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_sessionvisit TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.agenda_sessionvisit TO tiepdan_reader;


--
-- Name: SEQUENCE agenda_sessionvisit_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.agenda_sessionvisit_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.agenda_sessionvisit_id_seq TO tiepdan_reader;


--
-- Name: TABLE audit_entry; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.audit_entry TO tiepdan_app;
GRANT SELECT,INSERT ON TABLE public.audit_entry TO tiepdan_reader;


--
-- Name: SEQUENCE audit_entry_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.audit_entry_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.audit_entry_id_seq TO tiepdan_reader;


--
-- Name: TABLE audit_head; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT ON TABLE public.audit_head TO tiepdan_app;
GRANT SELECT,UPDATE ON TABLE public.audit_head TO tiepdan_reader;


--
-- Name: TABLE audit_seal; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.audit_seal TO tiepdan_app;


--
-- Name: SEQUENCE audit_seal_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.audit_seal_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.audit_seal_id_seq TO tiepdan_reader;


--
-- Name: TABLE auth_group; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO tiepdan_app;


--
-- Name: SEQUENCE auth_group_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO tiepdan_reader;


--
-- Name: TABLE auth_group_permissions; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO tiepdan_app;


--
-- Name: SEQUENCE auth_group_permissions_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO tiepdan_reader;


--
-- Name: TABLE auth_permission; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO tiepdan_app;


--
-- Name: SEQUENCE auth_permission_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO tiepdan_reader;


--
-- Name: TABLE cache; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cache TO tiepdan_app;


--
-- Name: TABLE cases_case; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_case TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_case TO tiepdan_reader;


--
-- Name: SEQUENCE cases_case_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_case_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_case_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_courtfile; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_courtfile TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_courtfile TO tiepdan_reader;


--
-- Name: SEQUENCE cases_courtfile_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_courtfile_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_courtfile_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_evidence; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_evidence TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_evidence TO tiepdan_reader;


--
-- Name: SEQUENCE cases_evidence_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_evidence_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_evidence_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_extension; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_extension TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_extension TO tiepdan_reader;


--
-- Name: SEQUENCE cases_extension_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_extension_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_extension_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_finding; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_finding TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_finding TO tiepdan_reader;


--
-- Name: SEQUENCE cases_finding_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_finding_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_finding_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_link; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_link TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_link TO tiepdan_reader;


--
-- Name: SEQUENCE cases_link_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_link_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_link_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_mandate; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_mandate TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_mandate TO tiepdan_reader;


--
-- Name: SEQUENCE cases_mandate_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_mandate_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_mandate_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_note; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_note TO tiepdan_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_note TO tiepdan_reader;


--
-- Name: SEQUENCE cases_note_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_note_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_note_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_obligation; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_obligation TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_obligation TO tiepdan_reader;


--
-- Name: SEQUENCE cases_obligation_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_obligation_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_obligation_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_protection; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_protection TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_protection TO tiepdan_reader;


--
-- Name: SEQUENCE cases_protection_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_protection_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_protection_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_protectiondetail; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_protectiondetail TO tiepdan_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_protectiondetail TO tiepdan_reader;


--
-- Name: SEQUENCE cases_protectiondetail_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_protectiondetail_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_protectiondetail_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_publication; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_publication TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_publication TO tiepdan_reader;


--
-- Name: SEQUENCE cases_publication_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_publication_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_publication_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_review; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_review TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_review TO tiepdan_reader;


--
-- Name: SEQUENCE cases_review_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_review_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_review_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_session; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_session TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_session TO tiepdan_reader;


--
-- Name: SEQUENCE cases_session_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_session_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_session_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_step; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_step TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_step TO tiepdan_reader;


--
-- Name: SEQUENCE cases_step_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_step_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_step_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_suspension; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_suspension TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_suspension TO tiepdan_reader;


--
-- Name: SEQUENCE cases_suspension_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_suspension_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_suspension_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_teammember; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_teammember TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_teammember TO tiepdan_reader;


--
-- Name: SEQUENCE cases_teammember_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_teammember_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_teammember_id_seq TO tiepdan_reader;


--
-- Name: TABLE cases_urging; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_urging TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.cases_urging TO tiepdan_reader;


--
-- Name: SEQUENCE cases_urging_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.cases_urging_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.cases_urging_id_seq TO tiepdan_reader;


--
-- Name: TABLE django_content_type; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO tiepdan_app;


--
-- Name: SEQUENCE django_content_type_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO tiepdan_reader;


--
-- Name: TABLE django_migrations; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO tiepdan_app;


--
-- Name: SEQUENCE django_migrations_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO tiepdan_reader;


--
-- Name: TABLE django_session; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO tiepdan_app;


--
-- Name: TABLE documents_delivery; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_delivery TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_delivery TO tiepdan_reader;


--
-- Name: SEQUENCE documents_delivery_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_delivery_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_delivery_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_formtemplate; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_formtemplate TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_formtemplate TO tiepdan_reader;


--
-- Name: SEQUENCE documents_formtemplate_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_formtemplate_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_formtemplate_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_paper; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_paper TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_paper TO tiepdan_reader;


--
-- Name: SEQUENCE documents_paper_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_paper_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_paper_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_personalletter; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_personalletter TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_personalletter TO tiepdan_reader;


--
-- Name: SEQUENCE documents_personalletter_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_personalletter_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_personalletter_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_register; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_register TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_register TO tiepdan_reader;


--
-- Name: SEQUENCE documents_register_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_register_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_register_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_registernumber; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_registernumber TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_registernumber TO tiepdan_reader;


--
-- Name: SEQUENCE documents_registernumber_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_registernumber_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_registernumber_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_signedcopy; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_signedcopy TO tiepdan_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_signedcopy TO tiepdan_reader;


--
-- Name: SEQUENCE documents_signedcopy_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_signedcopy_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_signedcopy_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_storedfile; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.documents_storedfile TO tiepdan_app;
GRANT SELECT ON TABLE public.documents_storedfile TO tiepdan_reader;


--
-- Name: SEQUENCE documents_storedfile_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_storedfile_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_storedfile_id_seq TO tiepdan_reader;


--
-- Name: TABLE documents_trustedcertificate; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_trustedcertificate TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.documents_trustedcertificate TO tiepdan_reader;


--
-- Name: SEQUENCE documents_trustedcertificate_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.documents_trustedcertificate_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.documents_trustedcertificate_id_seq TO tiepdan_reader;


--
-- Name: TABLE duplicates_link; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.duplicates_link TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.duplicates_link TO tiepdan_reader;


--
-- Name: SEQUENCE duplicates_link_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.duplicates_link_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.duplicates_link_id_seq TO tiepdan_reader;


--
-- Name: TABLE duplicates_sketch; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.duplicates_sketch TO tiepdan_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duplicates_sketch TO tiepdan_reader;


--
-- Name: SEQUENCE duplicates_sketch_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.duplicates_sketch_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.duplicates_sketch_id_seq TO tiepdan_reader;


--
-- Name: TABLE imports_importitem; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.imports_importitem TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.imports_importitem TO tiepdan_reader;


--
-- Name: SEQUENCE imports_importitem_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.imports_importitem_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.imports_importitem_id_seq TO tiepdan_reader;


--
-- Name: TABLE imports_importrun; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.imports_importrun TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.imports_importrun TO tiepdan_reader;


--
-- Name: SEQUENCE imports_importrun_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.imports_importrun_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.imports_importrun_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_callout; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_callout TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_callout TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_callout_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_callout_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_callout_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_contact; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.incidents_contact TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_contact TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_contact_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_contact_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_contact_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_homenotice; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_homenotice TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_homenotice TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_homenotice_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_homenotice_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_homenotice_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_incident; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_incident TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_incident TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_incident_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_incident_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_incident_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_incidentmatter; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_incidentmatter TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_incidentmatter TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_incidentmatter_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_incidentmatter_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_incidentmatter_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_logline; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_logline TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_logline TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_logline_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_logline_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_logline_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_office; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_office TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_office TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_office_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_office_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_office_id_seq TO tiepdan_reader;


--
-- Name: TABLE incidents_situation; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_situation TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.incidents_situation TO tiepdan_reader;


--
-- Name: SEQUENCE incidents_situation_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.incidents_situation_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.incidents_situation_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_assignment; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_assignment TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_assignment TO tiepdan_reader;


--
-- Name: SEQUENCE matters_assignment_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_assignment_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_assignment_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_clock; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_clock TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_clock TO tiepdan_reader;


--
-- Name: SEQUENCE matters_clock_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_clock_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_clock_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_clockmove; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_clockmove TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_clockmove TO tiepdan_reader;


--
-- Name: SEQUENCE matters_clockmove_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_clockmove_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_clockmove_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_exclusion; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_exclusion TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_exclusion TO tiepdan_reader;


--
-- Name: SEQUENCE matters_exclusion_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_exclusion_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_exclusion_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_handover; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.matters_handover TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_handover TO tiepdan_reader;


--
-- Name: COLUMN matters_handover.state; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(state) ON TABLE public.matters_handover TO tiepdan_app;


--
-- Name: COLUMN matters_handover.approved_at; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(approved_at) ON TABLE public.matters_handover TO tiepdan_app;


--
-- Name: COLUMN matters_handover.withdrawn_reason; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(withdrawn_reason) ON TABLE public.matters_handover TO tiepdan_app;


--
-- Name: COLUMN matters_handover.approved_by_id; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(approved_by_id) ON TABLE public.matters_handover TO tiepdan_app;


--
-- Name: SEQUENCE matters_handover_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_handover_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_handover_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_handoverpart; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.matters_handoverpart TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_handoverpart TO tiepdan_reader;


--
-- Name: SEQUENCE matters_handoverpart_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_handoverpart_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_handoverpart_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_matter; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_matter TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_matter TO tiepdan_reader;


--
-- Name: SEQUENCE matters_matter_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_matter_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_matter_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_move; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.matters_move TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_move TO tiepdan_reader;


--
-- Name: COLUMN matters_move.to_path; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(to_path) ON TABLE public.matters_move TO tiepdan_app;


--
-- Name: COLUMN matters_move.why; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(why) ON TABLE public.matters_move TO tiepdan_app;


--
-- Name: COLUMN matters_move.to_agency_id; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(to_agency_id) ON TABLE public.matters_move TO tiepdan_app;


--
-- Name: SEQUENCE matters_move_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_move_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_move_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_notice; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_notice TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_notice TO tiepdan_reader;


--
-- Name: SEQUENCE matters_notice_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_notice_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_notice_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_participation; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT ON TABLE public.matters_participation TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_participation TO tiepdan_reader;


--
-- Name: COLUMN matters_participation.capacity; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(capacity) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.kind; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(kind) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.title; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(title) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.field_code; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(field_code) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.state; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(state) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.register_number; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(register_number) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.people; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(people) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.received_on; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(received_on) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.due_on; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(due_on) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.closed_on; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(closed_on) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: COLUMN matters_participation.handler_id; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT UPDATE(handler_id) ON TABLE public.matters_participation TO tiepdan_app;


--
-- Name: SEQUENCE matters_participation_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_participation_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_participation_id_seq TO tiepdan_reader;


--
-- Name: TABLE matters_savedfilter; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.matters_savedfilter TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matters_savedfilter TO tiepdan_reader;


--
-- Name: SEQUENCE matters_savedfilter_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.matters_savedfilter_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.matters_savedfilter_id_seq TO tiepdan_reader;


--
-- Name: TABLE mfa_authenticator; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO tiepdan_app;


--
-- Name: SEQUENCE mfa_authenticator_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO tiepdan_reader;


--
-- Name: TABLE online_onlinebreak; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.online_onlinebreak TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.online_onlinebreak TO tiepdan_reader;


--
-- Name: SEQUENCE online_onlinebreak_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.online_onlinebreak_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.online_onlinebreak_id_seq TO tiepdan_reader;


--
-- Name: TABLE online_onlinepoint; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.online_onlinepoint TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.online_onlinepoint TO tiepdan_reader;


--
-- Name: SEQUENCE online_onlinepoint_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.online_onlinepoint_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.online_onlinepoint_id_seq TO tiepdan_reader;


--
-- Name: TABLE online_onlinesession; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.online_onlinesession TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.online_onlinesession TO tiepdan_reader;


--
-- Name: SEQUENCE online_onlinesession_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.online_onlinesession_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.online_onlinesession_id_seq TO tiepdan_reader;


--
-- Name: TABLE ops_toldturn; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ops_toldturn TO tiepdan_app;


--
-- Name: SEQUENCE ops_toldturn_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.ops_toldturn_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.ops_toldturn_id_seq TO tiepdan_reader;


--
-- Name: TABLE pages_portalpage; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.pages_portalpage TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.pages_portalpage TO tiepdan_reader;


--
-- Name: SEQUENCE pages_portalpage_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.pages_portalpage_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.pages_portalpage_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_bookable; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_bookable TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_bookable TO tiepdan_reader;


--
-- Name: SEQUENCE plans_bookable_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_bookable_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_bookable_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_booking; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_booking TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_booking TO tiepdan_reader;


--
-- Name: SEQUENCE plans_booking_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_booking_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_booking_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_enforcementflag; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_enforcementflag TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_enforcementflag TO tiepdan_reader;


--
-- Name: SEQUENCE plans_enforcementflag_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_enforcementflag_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_enforcementflag_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_eventwindow; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_eventwindow TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_eventwindow TO tiepdan_reader;


--
-- Name: SEQUENCE plans_eventwindow_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_eventwindow_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_eventwindow_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_evidence; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_evidence TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_evidence TO tiepdan_reader;


--
-- Name: SEQUENCE plans_evidence_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_evidence_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_evidence_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_obstacle; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_obstacle TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_obstacle TO tiepdan_reader;


--
-- Name: SEQUENCE plans_obstacle_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_obstacle_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_obstacle_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_plan; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_plan TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_plan TO tiepdan_reader;


--
-- Name: SEQUENCE plans_plan_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_plan_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_plan_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_planbody; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_planbody TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_planbody TO tiepdan_reader;


--
-- Name: SEQUENCE plans_planbody_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_planbody_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_planbody_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_plandocument; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_plandocument TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_plandocument TO tiepdan_reader;


--
-- Name: SEQUENCE plans_plandocument_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_plandocument_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_plandocument_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_plandraft; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_plandraft TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_plandraft TO tiepdan_reader;


--
-- Name: SEQUENCE plans_plandraft_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_plandraft_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_plandraft_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_planversion; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_planversion TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_planversion TO tiepdan_reader;


--
-- Name: SEQUENCE plans_planversion_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_planversion_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_planversion_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_progress; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_progress TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_progress TO tiepdan_reader;


--
-- Name: SEQUENCE plans_progress_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_progress_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_progress_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_readingprogress; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_readingprogress TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_readingprogress TO tiepdan_reader;


--
-- Name: SEQUENCE plans_readingprogress_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_readingprogress_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_readingprogress_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_registerentry; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_registerentry TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_registerentry TO tiepdan_reader;


--
-- Name: SEQUENCE plans_registerentry_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_registerentry_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_registerentry_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_report; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_report TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_report TO tiepdan_reader;


--
-- Name: SEQUENCE plans_report_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_report_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_report_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_reportduty; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_reportduty TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_reportduty TO tiepdan_reader;


--
-- Name: SEQUENCE plans_reportduty_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_reportduty_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_reportduty_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_reviewcampaign; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_reviewcampaign TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_reviewcampaign TO tiepdan_reader;


--
-- Name: SEQUENCE plans_reviewcampaign_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_reviewcampaign_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_reviewcampaign_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_reviewedcase; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_reviewedcase TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_reviewedcase TO tiepdan_reader;


--
-- Name: SEQUENCE plans_reviewedcase_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_reviewedcase_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_reviewedcase_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_task; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_task TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_task TO tiepdan_reader;


--
-- Name: SEQUENCE plans_task_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_task_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_task_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_taskagency; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_taskagency TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_taskagency TO tiepdan_reader;


--
-- Name: SEQUENCE plans_taskagency_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_taskagency_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_taskagency_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_taskdeadline; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plans_taskdeadline TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_taskdeadline TO tiepdan_reader;


--
-- Name: SEQUENCE plans_taskdeadline_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_taskdeadline_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_taskdeadline_id_seq TO tiepdan_reader;


--
-- Name: TABLE plans_taskurging; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_taskurging TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.plans_taskurging TO tiepdan_reader;


--
-- Name: SEQUENCE plans_taskurging_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.plans_taskurging_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.plans_taskurging_id_seq TO tiepdan_reader;


--
-- Name: TABLE privacy_breach; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.privacy_breach TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.privacy_breach TO tiepdan_reader;


--
-- Name: SEQUENCE privacy_breach_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.privacy_breach_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.privacy_breach_id_seq TO tiepdan_reader;


--
-- Name: TABLE privacy_datarequest; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.privacy_datarequest TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.privacy_datarequest TO tiepdan_reader;


--
-- Name: SEQUENCE privacy_datarequest_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.privacy_datarequest_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.privacy_datarequest_id_seq TO tiepdan_reader;


--
-- Name: TABLE privacy_destruction; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.privacy_destruction TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.privacy_destruction TO tiepdan_reader;


--
-- Name: SEQUENCE privacy_destruction_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.privacy_destruction_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.privacy_destruction_id_seq TO tiepdan_reader;


--
-- Name: TABLE procrastinate_events; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO tiepdan_app;


--
-- Name: SEQUENCE procrastinate_events_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO tiepdan_reader;


--
-- Name: SEQUENCE procrastinate_jobs_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO tiepdan_reader;


--
-- Name: TABLE procrastinate_periodic_defers; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO tiepdan_app;


--
-- Name: SEQUENCE procrastinate_periodic_defers_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO tiepdan_reader;


--
-- Name: TABLE procrastinate_workers; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO tiepdan_app;


--
-- Name: SEQUENCE procrastinate_workers_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO tiepdan_reader;


--
-- Name: TABLE reception_receipt; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.reception_receipt TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.reception_receipt TO tiepdan_reader;


--
-- Name: SEQUENCE reception_receipt_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.reception_receipt_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.reception_receipt_id_seq TO tiepdan_reader;


--
-- Name: TABLE reception_reception; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.reception_reception TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.reception_reception TO tiepdan_reader;


--
-- Name: SEQUENCE reception_reception_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.reception_reception_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.reception_reception_id_seq TO tiepdan_reader;


--
-- Name: TABLE reception_visitor; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.reception_visitor TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.reception_visitor TO tiepdan_reader;


--
-- Name: SEQUENCE reception_visitor_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.reception_visitor_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.reception_visitor_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_allowancerate; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_allowancerate TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_allowancerate TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_allowancerate_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_allowancerate_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_allowancerate_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_calendarfeed; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_calendarfeed TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_calendarfeed TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_calendarfeed_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_calendarfeed_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_calendarfeed_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_dutyshift; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rosters_dutyshift TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_dutyshift TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_dutyshift_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_dutyshift_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_dutyshift_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_handover; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_handover TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_handover TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_handover_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_handover_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_handover_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_member; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_member TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_member TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_member_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_member_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_member_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_roster; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_roster TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_roster TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_roster_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_roster_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_roster_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_solving; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rosters_solving TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_solving TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_solving_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_solving_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_solving_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_swap; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rosters_swap TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_swap TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_swap_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_swap_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_swap_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_taskforce; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_taskforce TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_taskforce TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_taskforce_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_taskforce_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_taskforce_id_seq TO tiepdan_reader;


--
-- Name: TABLE rosters_wish; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rosters_wish TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rosters_wish TO tiepdan_reader;


--
-- Name: SEQUENCE rosters_wish_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.rosters_wish_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.rosters_wish_id_seq TO tiepdan_reader;


--
-- Name: TABLE routing_proposal; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.routing_proposal TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.routing_proposal TO tiepdan_reader;


--
-- Name: SEQUENCE routing_proposal_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.routing_proposal_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.routing_proposal_id_seq TO tiepdan_reader;


--
-- Name: TABLE routing_transfer; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.routing_transfer TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.routing_transfer TO tiepdan_reader;


--
-- Name: SEQUENCE routing_transfer_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.routing_transfer_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.routing_transfer_id_seq TO tiepdan_reader;


--
-- Name: TABLE situation_expected; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.situation_expected TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.situation_expected TO tiepdan_reader;


--
-- Name: SEQUENCE situation_expected_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.situation_expected_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.situation_expected_id_seq TO tiepdan_reader;


--
-- Name: TABLE situation_reportseries; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.situation_reportseries TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.situation_reportseries TO tiepdan_reader;


--
-- Name: SEQUENCE situation_reportseries_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.situation_reportseries_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.situation_reportseries_id_seq TO tiepdan_reader;


--
-- Name: TABLE situation_situationreport; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.situation_situationreport TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.situation_situationreport TO tiepdan_reader;


--
-- Name: SEQUENCE situation_situationreport_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.situation_situationreport_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.situation_situationreport_id_seq TO tiepdan_reader;


--
-- Name: TABLE submissions_attachment; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.submissions_attachment TO tiepdan_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.submissions_attachment TO tiepdan_reader;


--
-- Name: SEQUENCE submissions_attachment_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.submissions_attachment_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.submissions_attachment_id_seq TO tiepdan_reader;


--
-- Name: TABLE submissions_opening; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_opening TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_opening TO tiepdan_reader;


--
-- Name: SEQUENCE submissions_opening_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.submissions_opening_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.submissions_opening_id_seq TO tiepdan_reader;


--
-- Name: TABLE submissions_party; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_party TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_party TO tiepdan_reader;


--
-- Name: SEQUENCE submissions_party_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.submissions_party_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.submissions_party_id_seq TO tiepdan_reader;


--
-- Name: TABLE submissions_sealedidentity; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_sealedidentity TO tiepdan_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.submissions_sealedidentity TO tiepdan_reader;


--
-- Name: SEQUENCE submissions_sealedidentity_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.submissions_sealedidentity_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.submissions_sealedidentity_id_seq TO tiepdan_reader;


--
-- Name: TABLE submissions_searchtext; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_searchtext TO tiepdan_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.submissions_searchtext TO tiepdan_reader;


--
-- Name: SEQUENCE submissions_searchtext_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.submissions_searchtext_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.submissions_searchtext_id_seq TO tiepdan_reader;


--
-- Name: TABLE submissions_submission; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_submission TO tiepdan_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.submissions_submission TO tiepdan_reader;


--
-- Name: SEQUENCE submissions_submission_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.submissions_submission_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.submissions_submission_id_seq TO tiepdan_reader;


--
-- Name: TABLE throttle; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.throttle TO tiepdan_app;


--
-- Name: TABLE usersessions_usersession; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO tiepdan_app;


--
-- Name: SEQUENCE usersessions_usersession_id_seq; Type: ACL; Schema: public; Owner: tiepdan_owner
--

GRANT SELECT,USAGE ON SEQUENCE public.usersessions_usersession_id_seq TO tiepdan_app;
GRANT SELECT,USAGE ON SEQUENCE public.usersessions_usersession_id_seq TO tiepdan_reader;


--
-- Name: TABLE seal_setting; Type: ACL; Schema: tiepdan; Owner: tiepdan_owner
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE tiepdan.seal_setting TO tiepdan_app;
GRANT SELECT ON TABLE tiepdan.seal_setting TO tiepdan_reader;


--
-- Name: DEFAULT PRIVILEGES FOR SEQUENCES; Type: DEFAULT ACL; Schema: -; Owner: tiepdan_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE tiepdan_owner GRANT SELECT,USAGE ON SEQUENCES TO tiepdan_app;
ALTER DEFAULT PRIVILEGES FOR ROLE tiepdan_owner GRANT SELECT,USAGE ON SEQUENCES TO tiepdan_reader;


--
-- Name: DEFAULT PRIVILEGES FOR TABLES; Type: DEFAULT ACL; Schema: -; Owner: tiepdan_owner
--

ALTER DEFAULT PRIVILEGES FOR ROLE tiepdan_owner GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO tiepdan_app;


--
-- PostgreSQL database dump complete
--


