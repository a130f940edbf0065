-- Another key with each request, in the order of the file; without a file, no key.
local keys, count, at = {}, 0, 0

function init(args)
  if args[1] == nil then return end
  for line in io.lines(args[1]) do
    count = count + 1
    keys[count] = line
  end
  at = tonumber(args[2] or '0') % count
end

function request()
  if count == 0 then return wrk.format() end
  at = at % count + 1
  return wrk.format(nil, nil, { ['Authorization'] = 'Token ' .. keys[at] })
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('RESULT %d %d %d %d %d', summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
