-- Sends another key with each request, in the order of the file; without a file, sends no key.
-- Holds at most this many keys and never collects garbage: pauses of the load generator would count as the server's.
local HELD = 100000
local keys, count, at = {}, 0, 0

function init(args)
  if args[1] ~= nil then
    hold(args[1], tonumber(args[2] or '0'))
  end
  collectgarbage('stop')
end

-- Reads the keys from index `first` on, and wraps around at the end of the file.
function hold(file, first)
  local size, number = 0, 0
  for _ in io.lines(file) do size = size + 1 end
  for line in io.lines(file) do
    local place = (number - first) % size + 1
    if place <= HELD then keys[place] = line end
    number = number + 1
  end
  count = math.min(size, HELD)
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
